import { levelsOf, type Preset, pointsOf } from './preset'
import { adapt } from './templates/adapt'
import { carpool } from './templates/carpool'
import { emergency } from './templates/emergency'
import { knowledge } from './templates/knowledge'
import { neighbourly } from './templates/neighbourly'
import { other } from './templates/other'
import { referral } from './templates/referral'

export const homestay: Preset = {
  name: '民宿主理人',
  summary: '开民宿的人在一起：借床品、调客房、找师傅、聊经营',
  purpose: '店挨着店，忙的时候搭把手',
  welcome:
    '欢迎新邻店。旺季缺床单、半夜热水器坏了、客人临时要加床，在这里喊一声，总有一家离得近。你家有富余的东西和经验，也请写在「我能帮」里。客人的信息替客人守好，别往这里写。',
  rules: [
    '求助写清楚：要什么、几间几晚、最晚什么时候要。旺季里，一分钟也金贵。',
    '客人的姓名、证件、电话和房号，一个字也不写在这里，也不拍进照片。',
    '转介客人先问过客人的意思；不抢客，不压价，不说同行的坏话。',
    '借的东西按时还，坏了照样赔一件。床品毛巾洗净再还。',
    '不发广告，不拉人入股、预付、众筹。合伙和转让，请线下见面签合同。',
    '消防、登记、卫生的规矩，互相提醒，不教人躲检查。',
  ],
  questions: [
    {
      key: 'where',
      kind: 'shortText',
      label: '店在哪一片',
      why: '写到村子或街区就好，离得近才好搭手。',
      example: '古镇东头，靠近石桥',
      required: true,
      minLength: 2,
      maxLength: 40,
    },
    {
      key: 'rooms',
      kind: 'number',
      label: '有几间客房',
      why: '大店小店忙法不同，心里有个数。还在筹备就填 0。',
      example: '6',
      required: true,
      min: 0,
      max: 200,
      unit: '间',
    },
    {
      key: 'canHelp',
      kind: 'longText',
      label: '能帮邻店做点什么',
      why: '多余的床品、熟悉的师傅、做早餐的手艺，都好。',
      example: '有两套备用被褥，也认识本地修热水器的老师傅',
      required: true,
      minLength: 4,
      maxLength: 200,
    },
  ],
  templates: [
    adapt(neighbourly, {
      name: '店里缺样东西',
      hint: '床品、工具、食材临时不够，或者要一双手帮一会儿忙',
      fields: {
        what: {
          label: '店里缺什么、要帮什么',
          example: '今晚多来一家三口，借一床被子和一张儿童床',
        },
        kind: {
          options: [
            { value: 'borrow', label: '借床品用具' },
            { value: 'food', label: '匀点食材' },
            { value: 'repair', label: '修理安装' },
            { value: 'hands', label: '忙不过来' },
            { value: 'transfer', label: '旧物转让' },
            { value: 'other', label: '别的' },
          ],
        },
        details: { example: '一米五的被子，白色最好；明天中午退房后洗净送回。' },
        place: { example: '石桥边的停车场' },
      },
    }),
    adapt(carpool, {
      name: '接送与同行',
      hint: '客人要接站，或者你正好进城，顺路捎一程',
    }),
    adapt(referral, {
      name: '房间与师傅',
      hint: '满房了想帮客人找住处，或者找靠谱的师傅、供应商',
      icon: 'home',
      fields: {
        what: { label: '想找什么', example: '周六满房，替老客人找一间安静的大床房' },
        kind: {
          options: [
            { value: 'room', label: '替客人找房' },
            { value: 'service', label: '靠谱的师傅' },
            { value: 'supplier', label: '布草与供货' },
            { value: 'staff', label: '帮工与管家' },
            { value: 'partner', label: '合作伙伴' },
            { value: 'other', label: '别的' },
          ],
        },
        background: { example: '两位老人同行，要一楼或有电梯，住两晚，客人愿意多走几步。' },
      },
    }),
    adapt(knowledge, {
      name: '经营请教',
      hint: '定价、点评、装修、合规，遇到问题问问同行',
      fields: {
        what: { label: '想请教什么', example: '淡季的周中怎么定价，才不至于空着' },
        topic: {
          options: [
            { value: 'price', label: '定价与渠道' },
            { value: 'review', label: '客人与点评' },
            { value: 'house', label: '装修与维护' },
            { value: 'law', label: '登记与合规' },
            { value: 'food', label: '早餐与餐食' },
            { value: 'other', label: '别的' },
          ],
        },
        situation: { example: '六间房，周末能满，周中只有一两间，试过打折，效果不大。' },
      },
    }),
    emergency,
    other,
  ],
  points: pointsOf({ help_confirmed: { amount: 12, perDay: 48, perMonth: 300 } }),
  levels: levelsOf('新邻店', '好街坊', '热心掌柜', '一方东道'),
}
