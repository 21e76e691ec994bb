import type { Template } from '../../../../types/template'
import { deadline, pictures, proof, thanks, what } from './fixed'

/**
 * Rent, jobs, second-hand things. Money changes hands between the people later, never here, and this
 * is where swindlers look for theirs: a person looks at each request before it shows.
 */
export const life: Template = {
  key: 'life',
  version: 1,
  name: '本地生活',
  hint: '租房、找工作、转让旧物，请本地的朋友帮忙打听',
  icon: 'home',
  sensitivity: 'money',
  fields: [
    what({
      label: '想找什么或转什么',
      why: '写清楚东西、地段、大小，别人一看就知道合不合适。',
      example: '找一间离地铁近的单间，下月初能搬',
    }),
    {
      key: 'kind',
      kind: 'singleChoice',
      label: '是哪一种事',
      why: '打听房子的和打听工作的，往往不是同一批人。',
      required: true,
      options: [
        { value: 'rent', label: '求租与出租' },
        { value: 'job', label: '找工作与招人' },
        { value: 'secondHand', label: '旧物转让' },
        { value: 'service', label: '靠谱的师傅' },
        { value: 'other', label: '别的' },
      ],
    },
    {
      key: 'details',
      kind: 'longText',
      label: '具体要求',
      why: '说清楚条件和底线。价钱写个范围就行，看过实物、当面谈妥再付，不要提前转账。',
      example: '一个人住，安静爱干净，能接受合租；押一付一，签正式合同。',
      required: true,
      minLength: 6,
      maxLength: 800,
    },
    {
      key: 'area',
      kind: 'place',
      label: '在哪一带',
      why: '写到街道或地铁站就够了，不要写门牌号。',
      example: '南门街地铁站附近',
      required: true,
      maxLength: 40,
    },
    pictures('东西的样子、房间的样子，拍清楚就好。不要拍到证件、车牌和快递单。'),
    ...proof({
      why: '和钱有关的事，要请一位审核的人先看过。这里写的，别的成员看不到。',
      example: '房子是我自己租的，合同到年底，房东同意转租',
      pictures: '租约、发票、招聘告示都可以，请遮住姓名和号码。只有审核的人看得到。',
    }),
    deadline({
      label: '最晚什么时候',
      why: '过了这个时间，求助会自动结束。',
    }),
    thanks('谢谢帮忙打听的每一位，成了请您喝茶'),
  ],
}
