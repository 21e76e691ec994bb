import { levelsOf, type Preset, pointsOf } from './preset'
import { adapt } from './templates/adapt'
import { carpool } from './templates/carpool'
import { knowledge } from './templates/knowledge'
import { neighbourly } from './templates/neighbourly'
import { other } from './templates/other'
import { shopping } from './templates/shopping'

export const bargain: Preset = {
  name: '羊毛互助',
  summary: '会过日子的人在一起：凑个单，拼个团，分享靠谱的优惠',
  purpose: '一起把日子过得划算一点',
  welcome:
    '欢迎欢迎。这里凑单、拼团、助力，都是举手之劳：你帮我点一下，我帮你凑一件。发之前看好平台的结束时间，写清楚要不要注册、要不要花钱。谁买谁付，谁也不替谁垫钱。',
  rules: [
    '写清楚是哪个平台、什么活动、几点结束，要不要注册、授权、花钱。说一半的，大家不用理。',
    '谁买谁付，不代付，不垫钱，不收代购费。要先转账的，一律当骗子处理。',
    '不贴付款码、不要别人的验证码，不借账号，不教人钻平台的空子。',
    '链接和口令不往这里贴，在群里发给愿意帮的人就好。',
    '自己赚佣金的推广不发。分享的优惠，要自己真的用过。',
    '帮过你的人，下次轮到你搭把手。帮不上的，也不用勉强。',
  ],
  questions: [
    {
      key: 'shops',
      kind: 'multipleChoice',
      label: '平时常买什么',
      why: '买同样东西的人，最好凑单。最多选四样。',
      required: true,
      max: 4,
      options: [
        { value: 'grocery', label: '买菜与生鲜' },
        { value: 'daily', label: '日用百货' },
        { value: 'baby', label: '母婴用品' },
        { value: 'digital', label: '数码家电' },
        { value: 'clothes', label: '衣服鞋包' },
        { value: 'food', label: '外卖与餐饮' },
        { value: 'travel', label: '出行与门票' },
      ],
    },
    {
      key: 'canHelp',
      kind: 'longText',
      label: '能帮大家做点什么',
      why: '会比价、离自提点近、认得真假，都是本事。',
      example: '住在自提点楼上，可以帮大家顺手取货',
      required: true,
      minLength: 4,
      maxLength: 200,
    },
  ],
  templates: [
    adapt(shopping, { name: '凑单助力' }),
    adapt(knowledge, {
      name: '帮我看看值不值',
      hint: '拿不准真假、贵贱、好不好用，请用过的人说说',
      fields: {
        what: { label: '想打听什么', example: '这款儿童座椅打完折值不值，有人用过吗' },
        topic: {
          options: [
            { value: 'price', label: '价格划不划算' },
            { value: 'genuine', label: '真假怎么看' },
            { value: 'quality', label: '好不好用' },
            { value: 'refund', label: '退换与售后' },
            { value: 'other', label: '别的' },
          ],
        },
        situation: {
          label: '看中的是哪一种、为什么犹豫',
          example: '车上有安全带固定口，孩子三岁；旗舰店打七折，但评论里有人说偏硬。',
        },
      },
    }),
    adapt(neighbourly, {
      name: '闲置与代取',
      hint: '用不上的东西转给需要的人，或者请人顺手取个货',
    }),
    carpool,
    other,
  ],
  points: pointsOf({ help_confirmed: { amount: 5, perDay: 30, perMonth: 200 } }),
  levels: levelsOf('新来的', '凑单搭子', '精打细算', '当家能手'),
}
