import { cast, groups } from './people'
import type { Application, Ask, Story } from './story'

const { maXiao, ningYuan, xuNuo, shenYihe, yeZhou } = cast

const applications: Application[] = [
  {
    who: ningYuan,
    at: [10, '22:20'],
    answers: {
      field: 'frontend',
      canShare: '维护过一套内部组件库，愿意聊聊类型怎么写、评审怎么做',
      wantsToLearn: '想弄清楚大仓库的构建缓存',
    },
    decided: { by: maXiao, at: [10, '22:35'], role: 'admin' },
  },
  {
    who: xuNuo,
    at: [9, '12:10'],
    answers: { field: 'design', canShare: '做过几套图标，能聊设计稿怎么交到开发手里' },
    decided: { by: ningYuan, at: [9, '12:45'] },
  },
  {
    who: shenYihe,
    at: [8, '23:05'],
    answers: {
      field: 'frontend',
      canShare: '写了三年 CSS，动效和排版都踩过坑',
      wantsToLearn: '浏览器到底什么时候会重新排版',
    },
    decided: { by: ningYuan, at: [7, '09:30'] },
  },
  {
    who: yeZhou,
    at: [7, '20:00'],
    answers: { field: 'backend', canShare: '做服务端渲染和性能排查，火焰图看得比较熟' },
    decided: { by: maXiao, at: [7, '21:15'] },
  },
]

const asks: Ask[] = [
  {
    by: shenYihe,
    at: [5, '21:30'],
    form: 'knowledge',
    deadline: [2, '22:00'],
    answers: {
      what: '弹层动画在旧手机上掉帧，该从哪里查起',
      topic: 'programming',
      situation:
        '弹层用高度做过渡，新手机没事，五年前的机型明显一顿一顿。去掉阴影好一点，还是不流畅。' +
        '录了性能面板，布局占了一大半时间，但看不出是谁引起的。',
      ways: ['text', 'screen'],
      minutes: 40,
      thanks: '查明白了我写成笔记发出来',
    },
    turns: [
      {
        at: [5, '22:10'],
        offer: yeZhou,
        words: '高度过渡每一帧都要重新布局，换成 transform 试试。明晚可以一起看你的录制文件。',
      },
      { at: [5, '22:15'], accept: yeZhou },
      { at: [4, '22:40'], done: yeZhou },
      {
        at: [4, '23:00'],
        thank: yeZhou,
        words: '换成 transform 以后一帧不掉，还学会了看布局是谁触发的。笔记已经在写了。',
      },
    ],
  },
  {
    by: xuNuo,
    at: [3, '14:20'],
    form: 'collaboration',
    deadline: ['+4', '22:00'],
    answers: {
      what: '请人评审个人作品站的首屏代码',
      kind: 'review',
      stage: '页面自己写完了，图片多，首屏要四秒。想请人从头看一遍，指出最该先改的三处。',
      skills: ['frontend'],
      hours: 1,
      thanks: '可以回赠一组头像设计',
    },
    turns: [
      {
        at: [3, '20:30'],
        offer: shenYihe,
        words: '我来看，重点看图片格式和字体加载，周末给你写清单。',
      },
      { at: [3, '21:00'], accept: shenYihe },
    ],
  },
  {
    by: yeZhou,
    at: [1, '21:10'],
    form: 'collaboration',
    deadline: ['+8', '22:00'],
    helpersNeeded: 3,
    answers: {
      what: '一起读完一本讲浏览器原理的书',
      kind: 'studyGroup',
      stage: '目录已经拆成六周，每周一章，轮流讲二十分钟，其余时间提问。我讲第一章。',
      hours: 2,
      thanks: '一个人读不完的书，几个人就读完了',
    },
    turns: [
      { at: [1, '21:40'], offer: ningYuan, words: '算我一个，我想讲渲染那一章。' },
      { at: [1, '22:05'], accept: ningYuan },
      { at: { minutesAgo: 310 }, offer: shenYihe, words: '正好想补布局这一块，每周二晚上都可以。' },
    ],
  },
  {
    by: ningYuan,
    at: { minutesAgo: 240 },
    form: 'referral',
    deadline: ['+6', '21:00'],
    answers: {
      what: '想认识一位做过无障碍改造的前端',
      kind: 'advice',
      background:
        '组件库要补键盘操作和读屏支持，想先听听过来人：从哪些组件改起，怎么请真实用户来试。',
      canOffer: '可以一起评审，把改造清单公开出来',
      people: 1,
      thanks: '聊半小时就很感谢',
    },
    turns: [],
  },
]

/** 前端夜谈: a technology community that shares two people with the neighbours. */
export const frontend: Story = {
  group: groups.frontend.id,
  community: {
    preset: 'technology',
    name: '前端夜谈',
    purpose: '把踩过的坑讲清楚，让后来的人少走弯路',
  },
  founder: maXiao,
  foundedAt: [10, '22:00'],
  readUntil: [1, '22:30'],
  applications,
  asks,
  standing: [],
}
