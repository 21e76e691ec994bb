import type { QuizQuestion } from '../../../types/training'

/** What every community asks a newcomer before the first post: privacy, fraud and keeping one's word. */
export const COMMON_QUIZ: readonly QuizQuestion[] = [
  {
    key: 'contact',
    text: '求助时想让对方联系到你，应该怎么做？',
    choices: [
      { value: 'post', label: '把手机号写在求助里，大家都能看到' },
      { value: 'inside', label: '不留号码，选好帮手后在这里说' },
      { value: 'code', label: '发一张个人二维码' },
    ],
    answer: 'inside',
    why: '求助和留言会被很多人看到。电话、微信号和二维码一旦公开，就收不回来了。',
  },
  {
    key: 'advance',
    text: '有人说能帮你办成一件事，但要先转一笔“押金”。你怎么办？',
    choices: [
      { value: 'pay', label: '金额不大，先转了再说' },
      { value: 'refuse', label: '不转，并告诉管理员' },
      { value: 'half', label: '先转一半' },
    ],
    answer: 'refuse',
    why: '先付钱再办事，是最常见的骗法。互助不收钱，遇到要押金、手续费的，请告诉管理员。',
  },
  {
    key: 'urgent',
    text: '群里的“熟人”私聊你，说手机坏了、急着借钱。第一步做什么？',
    choices: [
      { value: 'send', label: '救急要紧，马上转账' },
      { value: 'call', label: '打电话或当面确认是不是本人' },
      { value: 'ask', label: '让对方发一张身份证照片' },
    ],
    answer: 'call',
    why: '头像和昵称都能仿冒，照片也能盗用。听到本人的声音、见到本人，才算确认。',
  },
  {
    key: 'code',
    text: '有人自称客服，要你念一下手机收到的验证码。你会？',
    choices: [
      { value: 'read', label: '念给他，反正几分钟就过期' },
      { value: 'never', label: '不念，挂断' },
      { value: 'check', label: '先问他的工号，再念' },
    ],
    answer: 'never',
    why: '验证码就是钥匙，谁都不能给。真正的客服不会问你要验证码。',
  },
  {
    key: 'promise',
    text: '你答应了帮忙，临时来不了，应该怎么做？',
    choices: [
      { value: 'silent', label: '不说也没关系，对方会找别人' },
      { value: 'withdraw', label: '尽快在求助里撤回，写一句原因' },
      { value: 'late', label: '等对方来问再说' },
    ],
    answer: 'withdraw',
    why: '早一点说，对方就早一点能找到别人。撤回不丢人，失约才让人为难。',
  },
]
