import type { Template } from '../../../../types/template'
import { deadline, pictures, thanks, what } from './fixed'

/** What fits nowhere else; asks little, so that it can hold anything. */
export const other: Template = {
  key: 'other',
  version: 1,
  name: '别的求助',
  hint: '上面几种都不太像，就用这一张，把事情说清楚就好',
  icon: 'hand',
  sensitivity: 'none',
  fields: [
    what({
      label: '想请大家帮什么',
      why: '一句话，让人看完就知道自己帮不帮得上。',
      example: '想找一位会手语的朋友，教我几句日常问候',
    }),
    {
      key: 'details',
      kind: 'longText',
      label: '把事情说清楚',
      why: '为什么需要、已经试过什么、做到什么样就算帮成了。不写电话、微信号和门牌号。',
      example: '楼下新开的面包店，店员听不见，想在买面包时跟她打个招呼。',
      required: true,
      minLength: 6,
      maxLength: 1000,
    },
    {
      key: 'way',
      kind: 'singleChoice',
      label: '要见面吗',
      why: '不方便出门的人，也许能在线上帮你。',
      required: true,
      options: [
        { value: 'online', label: '线上就行' },
        { value: 'inPerson', label: '需要见面' },
        { value: 'either', label: '都可以' },
      ],
    },
    {
      key: 'place',
      kind: 'place',
      label: '要见面的话，在哪一带',
      why: '写到街道或路口就够了。',
      example: '青石路一带',
      required: false,
      maxLength: 40,
    },
    pictures('有图更好懂。别拍到证件、门牌和别人的脸。'),
    deadline({
      label: '最晚什么时候',
      why: '过了这个时间，求助会自动结束。',
    }),
    thanks('谢谢你愿意听我说完'),
  ],
}
