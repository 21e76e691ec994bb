import { levelsOf, type Preset, pointsOf } from './preset'
import { adapt } from './templates/adapt'
import { collaboration } from './templates/collaboration'
import { knowledge } from './templates/knowledge'
import { mentoring } from './templates/mentoring'
import { other } from './templates/other'
import { referral } from './templates/referral'

export const founders: Preset = {
  name: '创业互助',
  summary: '自己做事的人在一起：牵个线，出个主意，把弯路讲给后面的人',
  purpose: '创业路上，说得上话，也帮得上忙',
  welcome:
    '欢迎来到这里。这里的人都在自己做事，知道不容易，所以说话可以直接一点，求助可以具体一点。第一次来，先说说你在做什么、最近卡在哪；看到能搭把手的，也请留下一句。',
  rules: [
    '求助说具体：在做什么、卡在哪、想要什么样的帮助。「求资源」三个字，谁也帮不上。',
    '引荐之前先问过对方。不把别人的联系方式和底细随手交出去。',
    '这里听到的数字、客户和难处，不外传，不截图。',
    '不发广告，不群发项目书，不在这里募资、众筹、集资和拉人投资。',
    '不替人借钱、担保和垫款；谈钱的合作，请签正式合同，走正规渠道。',
    '给建议对事不对人。不懂的行业，先问再说。',
    '得了帮助，回来说说结果。成了大家高兴，没成也让后面的人少踩一个坑。',
  ],
  questions: [
    {
      key: 'doing',
      kind: 'shortText',
      label: '你在做什么',
      why: '一句话就好，不用写公司名。',
      example: '给小餐馆做点单和库存的小工具，两个人',
      required: true,
      minLength: 4,
      maxLength: 60,
    },
    {
      key: 'stage',
      kind: 'singleChoice',
      label: '走到哪一步',
      why: '同一段路上的人，最聊得来。',
      required: true,
      options: [
        { value: 'idea', label: '还在琢磨' },
        { value: 'started', label: '刚开始做' },
        { value: 'customers', label: '有客户了' },
        { value: 'steady', label: '养得活自己' },
        { value: 'again', label: '不是第一次了' },
      ],
    },
    {
      key: 'canShare',
      kind: 'longText',
      label: '能和大家聊什么',
      why: '踩过的坑、熟悉的行业、做过的事，都算。',
      example: '做过三年渠道，知道怎么和连锁店谈进场',
      required: true,
      minLength: 4,
      maxLength: 200,
    },
  ],
  templates: [
    adapt(referral, {
      name: '引荐与资源',
      hint: '想认识某一行的人，找场地、供应商、合作伙伴，请大家牵个线',
      fields: {
        what: {
          label: '想找什么人或资源',
          example: '想认识一位做过社区团购配送的朋友，请教冷链',
        },
        background: {
          label: '在做什么、为什么找',
          example: '我们给小餐馆供半成品，下个月想试同城冷链，怕选错合作方。',
        },
      },
    }),
    adapt(knowledge, {
      name: '请教一个问题',
      hint: '产品、招人、财税、合同，遇到一个具体的问题，想问过来人',
      fields: {
        what: { label: '想请教什么', example: '第一次招销售，底薪和提成怎么定才公道' },
        topic: {
          options: [
            { value: 'product', label: '产品与用户' },
            { value: 'sales', label: '市场与销售' },
            { value: 'people', label: '招人与团队' },
            { value: 'finance', label: '财税与法务' },
            { value: 'tech', label: '技术与实施' },
            { value: 'mind', label: '心态与选择' },
            { value: 'other', label: '别的' },
          ],
        },
        situation: {
          example: '产品有了二十个付费客户，都是自己跑出来的，想招第一个销售，没有经验。',
        },
      },
    }),
    adapt(collaboration, {
      name: '项目合作',
      hint: '找人一起做一个项目、一次活动，或者互相搭个班子',
    }),
    mentoring,
    other,
  ],
  points: pointsOf({ help_confirmed: { amount: 15, perDay: 45, perMonth: 300 } }),
  levels: levelsOf('新同路', '好搭档', '引路人', '摆渡人'),
}
