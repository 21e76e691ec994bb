import { levelsOf, type Preset, pointsOf } from './preset'
import { adapt } from './templates/adapt'
import { collaboration } from './templates/collaboration'
import { knowledge } from './templates/knowledge'
import { mentoring } from './templates/mentoring'
import { neighbourly } from './templates/neighbourly'
import { other } from './templates/other'

export const reading: Preset = {
  name: '读书学习',
  summary: '一起读书、备考、学一样新东西，互相督促，也互相讲解',
  purpose: '每天读一点，有人一起，就不容易放下',
  welcome:
    '欢迎你来。这里不比谁读得多，只在乎你今天有没有翻开。先打个卡，说说在读什么；读不懂的地方，发出来问；别人问的你正好懂，就讲给他听。讲一遍，自己也就明白了。',
  rules: [
    '打卡写真实的进度，一页也是进步，不必硬凑。',
    '提问写清楚书名和章节，哪一句不懂；回答说理由，不甩一句「自己看」。',
    '引用标明出处。不传盗版电子书、盗版课程和考试真题。',
    '不替人写作业、论文和读后感，不卖课，不卖资料。',
    '观点可以不同，说话留三分客气。不谈别人的长短，只谈书里的道理。',
    '分享里不留电话、微信号和二维码，约着见面请选公共场所。',
  ],
  questions: [
    {
      key: 'learning',
      kind: 'shortText',
      label: '最近在读、在学什么',
      why: '一本书、一门课、一场考试都行，方便找到同路的人。',
      example: '在读《乡土中国》，也在准备英语考试',
      required: true,
      minLength: 2,
      maxLength: 60,
    },
    {
      key: 'time',
      kind: 'singleChoice',
      label: '一般什么时候读',
      why: '同一个时段的人，可以互相叫一声。',
      required: true,
      options: [
        { value: 'morning', label: '清早' },
        { value: 'noon', label: '午休' },
        { value: 'evening', label: '晚上' },
        { value: 'commute', label: '路上' },
        { value: 'weekend', label: '周末' },
      ],
    },
    {
      key: 'goal',
      kind: 'longText',
      label: '想养成什么习惯',
      why: '说出来，大家好提醒你，也好为你高兴。',
      example: '每天睡前读二十页，坚持一百天',
      required: false,
      maxLength: 200,
    },
  ],
  templates: [
    adapt(knowledge, {
      name: '这里读不懂',
      hint: '一道题、一段话、一个概念想不明白，请懂的人讲一讲',
      fields: {
        what: { label: '哪里不懂', example: '《乡土中国》里的“差序格局”该怎么理解' },
        topic: {
          options: [
            { value: 'humanities', label: '文学与历史' },
            { value: 'science', label: '数学与科学' },
            { value: 'language', label: '语言' },
            { value: 'exam', label: '备考' },
            { value: 'skill', label: '技能与工具' },
            { value: 'other', label: '别的' },
          ],
        },
        situation: {
          label: '读到哪里、自己怎么想',
          example: '读到第四章，明白是和“团体格局”对比的，但举不出身边的例子。',
        },
      },
    }),
    adapt(collaboration, {
      name: '找人共读',
      hint: '找几个人一起读一本书、备一场考试、学一样东西',
      icon: 'book',
      fields: {
        kind: {
          label: '是哪一种',
          options: [
            { value: 'read', label: '共读一本书' },
            { value: 'exam', label: '结伴备考' },
            { value: 'course', label: '同学一门课' },
            { value: 'write', label: '互相看文章' },
            { value: 'talk', label: '准备一次分享' },
          ],
        },
        stage: {
          label: '打算怎么读',
          why: '多久一次、一次读多少、怎么讨论，写出来别人才好跟。',
          example: '每周读两章，周日晚上语音聊四十分钟，轮流带读。',
        },
        skills: {
          label: '希望对方是怎样的人',
          options: [
            { value: 'patient', label: '读得慢也不急' },
            { value: 'talkative', label: '愿意说想法' },
            { value: 'notes', label: '爱做笔记' },
            { value: 'experienced', label: '读过一遍' },
          ],
        },
      },
    }),
    mentoring,
    adapt(neighbourly, {
      name: '借书还书',
      hint: '想借一本书，或者有书愿意借给大家',
      icon: 'book',
      fields: {
        what: { label: '想借哪一本', example: '想借一套《红楼梦》，一个月内还' },
        details: { example: '哪个版本都行，包着书皮看，不折角不写字。' },
        kind: {
          label: '是哪一种',
          options: [
            { value: 'borrow', label: '想借书' },
            { value: 'lend', label: '有书可借' },
            { value: 'give', label: '书转给需要的人' },
            { value: 'copy', label: '帮忙查一页' },
          ],
        },
      },
    }),
    other,
  ],
  points: pointsOf({
    help_confirmed: { amount: 8, perDay: 32, perMonth: 240 },
    check_in: { amount: 3, perDay: 3, perMonth: null },
    challenge_completed: { amount: 30, perDay: null, perMonth: 90 },
  }),
  levels: levelsOf('翻开书的人', '同桌', '领读人', '点灯人'),
}
