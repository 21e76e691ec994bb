import type { Template } from '../../../../types/template'
import { deadline, thanks, what } from './fixed'

/** Being introduced to a person, a place or a chance. */
export const referral: Template = {
  key: 'referral',
  version: 1,
  name: '引荐与资源',
  hint: '想认识某一类人，或者在找场地、机会、材料，请大家牵个线',
  icon: 'link',
  sensitivity: 'none',
  fields: [
    what({
      label: '想找什么人或资源',
      why: '越具体，越容易让人想起身边正好有一位。',
      example: '想认识一位做过老房改造的设计师，请教隔音',
    }),
    {
      key: 'kind',
      kind: 'singleChoice',
      label: '属于哪一类',
      why: '牵线的人好判断该去问谁。',
      required: true,
      options: [
        { value: 'advice', label: '请教过来人' },
        { value: 'job', label: '工作机会' },
        { value: 'partner', label: '合作伙伴' },
        { value: 'venue', label: '场地与设备' },
        { value: 'material', label: '书籍与资料' },
        { value: 'service', label: '靠谱的师傅' },
        { value: 'other', label: '别的' },
      ],
    },
    {
      key: 'background',
      kind: 'longText',
      label: '为什么找、打算做什么',
      why: '牵线的人要替你说明来意，写真实的情况，不用写真名和单位。',
      example: '刚租下一套老房，临街很吵，想在动工前弄清楚换窗户和做隔墙哪个更值。',
      required: true,
      minLength: 6,
      maxLength: 800,
    },
    {
      key: 'canOffer',
      kind: 'shortText',
      label: '你能为对方做点什么',
      why: '不必对等，一份心意也好。请不要写钱。',
      example: '可以把整理好的改造笔记分享出来',
      required: false,
      maxLength: 60,
    },
    {
      key: 'area',
      kind: 'place',
      label: '最好在哪一带',
      why: '要见面的事才用填，写到城区就够了。',
      example: '城西一带，线上也可以',
      required: false,
      maxLength: 40,
    },
    {
      key: 'people',
      kind: 'number',
      label: '想认识几位',
      why: '一两位就能聊得深，不必多。',
      example: '1',
      required: false,
      min: 1,
      max: 5,
      unit: '位',
    },
    deadline({
      label: '最晚什么时候',
      why: '牵线的人要先问过对方愿不愿意，多留几天更好。',
    }),
    thanks('无论成不成，都谢谢您替我想着'),
  ],
}
