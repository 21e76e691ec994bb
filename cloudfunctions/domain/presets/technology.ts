import { levelsOf, type Preset, pointsOf } from './preset'
import { collaboration } from './templates/collaboration'
import { knowledge } from './templates/knowledge'
import { mentoring } from './templates/mentoring'
import { other } from './templates/other'
import { referral } from './templates/referral'

export const technology: Preset = {
  name: '技术交流',
  summary: '做技术的人在一起：问得具体，答得耐心，学会了再教给别人',
  purpose: '把踩过的坑讲清楚，让后来的人少走弯路',
  welcome:
    '欢迎加入。这里没有笨问题，只有没说清楚的问题：把现象、环境和试过的办法写出来，答的人就省力。弄明白了，回来写一句怎么解决的；看到自己踩过的坑，也请拉别人一把。密钥和公司代码，请别贴出来。',
  rules: [
    '提问之前先自己试一试。把现象、环境和试过的办法写出来，大家才答得准。',
    '回答对事不对人。没有笨问题，也不必分出高下。',
    '帖子里不留电话、微信号、邮箱和二维码；公司机密、密钥和别人的代码，更不要贴出来。',
    '不发广告，不卖课，不群发招聘。有职位想介绍，请用「引荐与资源」认真写一份。',
    '不借钱，不募捐，不做付费代写，也不替人写作业和考题。',
    '问题解决了，回来说一声怎么解决的，谢谢花时间帮你的人。',
  ],
  questions: [
    {
      key: 'field',
      kind: 'singleChoice',
      label: '主要做哪一块',
      why: '方便大家知道，什么问题可以来请教你。',
      required: true,
      options: [
        { value: 'frontend', label: '前端与客户端' },
        { value: 'backend', label: '后端与架构' },
        { value: 'data', label: '数据与算法' },
        { value: 'quality', label: '测试与运维' },
        { value: 'design', label: '产品与设计' },
        { value: 'learning', label: '还在学习' },
      ],
    },
    {
      key: 'canShare',
      kind: 'longText',
      label: '可以和大家聊什么',
      why: '一个做过的项目，一个解决过的难题，都很好。不用写公司和真名。',
      example: '做过两年小程序，对首屏优化有一点心得',
      required: true,
      minLength: 4,
      maxLength: 200,
    },
    {
      key: 'wantsToLearn',
      kind: 'longText',
      label: '最近想弄明白什么',
      why: '说不定圈子里正好有人懂。',
      example: '想弄清楚数据库的锁到底什么时候会冲突',
      required: false,
      maxLength: 200,
    },
  ],
  templates: [knowledge, collaboration, mentoring, referral, other],
  points: pointsOf({ help_confirmed: { amount: 10, perDay: 50, perMonth: 400 } }),
  levels: levelsOf('新同学', '答题人', '解难人', '传灯人'),
}
