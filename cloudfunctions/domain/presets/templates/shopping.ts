import type { Template } from '../../../../types/template'
import { deadline, pictures, thanks, what } from './fixed'

/** A shop's task that needs more hands, with the end the shop has set for it. */
export const shopping: Template = {
  key: 'shopping',
  version: 1,
  name: '购物助力',
  hint: '凑单、拼团、帮忙点一下，平台活动有结束时间的那种',
  icon: 'shopping',
  sensitivity: 'none',
  fields: [
    what({
      label: '想请大家帮什么',
      why: '写清楚是哪个平台的什么活动、还差多少，别人好判断帮不帮得上。',
      example: '超市满减还差三十元，想找人一起凑一单鸡蛋',
    }),
    {
      key: 'kind',
      kind: 'singleChoice',
      label: '是哪一种',
      why: '有的动动手指就行，有的要真的买，先说明白。',
      required: true,
      options: [
        { value: 'combine', label: '凑单满减' },
        { value: 'group', label: '拼团成团' },
        { value: 'tap', label: '点一下助力' },
        { value: 'compare', label: '比价与真假' },
        { value: 'restock', label: '盯货与补货' },
        { value: 'other', label: '别的' },
      ],
    },
    {
      key: 'endsAt',
      kind: 'dateTime',
      label: '平台活动什么时候结束',
      why: '活动一结束就帮不上了，写准一点，别让人白跑。',
      required: true,
      minAheadMinutes: 30,
      maxAheadDays: 30,
    },
    {
      key: 'how',
      kind: 'longText',
      label: '要怎么帮',
      why: '一步一步写。要注册、要授权、要花钱的，必须提前说；不贴链接和口令，在群里当面发给愿意帮的人。',
      example: '各自在平台上下单付款，我负责到店自提，提完在楼下分。谁买谁付，不代垫。',
      required: true,
      minLength: 6,
      maxLength: 600,
    },
    {
      key: 'effort',
      kind: 'number',
      label: '每人大概要几分钟',
      why: '三分钟的事，顺手就帮了。',
      example: '3',
      required: false,
      min: 1,
      max: 120,
      unit: '分钟',
    },
    pictures('活动规则、商品页面的截图。别截到订单号、地址和付款码。'),
    deadline({
      label: '最晚什么时候凑齐',
      why: '请早于平台的结束时间，给大家留点余地。',
    }),
    thanks('谢谢搭把手，下次您的单我也来凑'),
  ],
}
