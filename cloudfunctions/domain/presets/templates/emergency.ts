import type { Template } from '../../../../types/template'
import { deadline, proof, thanks, what } from './fixed'

/** Supplies, information and hands when something has happened. */
export const emergency: Template = {
  key: 'emergency',
  version: 1,
  name: '应急求助',
  hint: '急需物资、就医信息，或者遇到灾害、走失，先报警报急救，再来这里',
  icon: 'urgent',
  sensitivity: 'personal',
  fields: [
    what({
      label: '现在最急的是什么',
      why: '先说最要紧的一件。有生命危险，请先打 110、119 或 120。',
      example: '家里停电，老人用的制氧机需要临时电源',
    }),
    {
      key: 'kind',
      kind: 'singleChoice',
      label: '是哪一种急事',
      why: '手里有东西的、懂行的、离得近的，好马上认出来。',
      required: true,
      options: [
        { value: 'supplies', label: '急需物资' },
        { value: 'medical', label: '就医与用药信息' },
        { value: 'rescue', label: '受困求援' },
        { value: 'missing', label: '寻找走失的人' },
        { value: 'shelter', label: '临时落脚' },
        { value: 'other', label: '别的急事' },
      ],
    },
    {
      key: 'situation',
      kind: 'longText',
      label: '现在的情况',
      why: '已经做了什么、还缺什么、能撑多久。病历、证件这类内容不要写在这里。',
      example: '小区停电两小时了，备用电池还能用三小时，物业说晚上才能修好。',
      required: true,
      minLength: 6,
      maxLength: 800,
    },
    {
      key: 'place',
      kind: 'place',
      label: '大概在哪里',
      why: '写到街道或路口就够了，具体地址由双方商量好以后再说。',
      example: '青石路与南门街路口附近',
      required: true,
      maxLength: 40,
    },
    {
      key: 'people',
      kind: 'number',
      label: '需要照应几个人',
      why: '备东西、安排车，都要先知道人数。',
      example: '2',
      required: false,
      min: 1,
      max: 50,
      unit: '人',
    },
    ...proof({
      why: '急事最容易被冒用，所以先请一位审核的人看过再发出。这里写的，别的成员看不到。',
      example: '我是家属，已经向物业和供电所报修，下午三点登记的工单',
      pictures: '现场、告示、报修记录都可以。照片只有审核的人看得到，请遮住证件号码。',
    }),
    deadline({
      label: '最晚什么时候要解决',
      why: '过了这个时间，大家就知道不用再赶来。',
    }),
    thanks('谢谢每一位肯停下来看一眼的人'),
  ],
}
