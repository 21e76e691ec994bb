import writeExcelFile from 'write-excel-file/node'
import type { Person } from '../../../types/shape'
import type { ItemKind, OrderState } from '../../../types/store'
import type { OrderDoc } from '../../db/documents'
import { dayOf } from '../../domain/days'
import { findPeople } from '../../domain/people'
import { read } from '../../runtime/action'
import { publishFile } from '../../runtime/files'
import { findOrders } from './list-orders'
import { isKeeper } from './policy'

/** The most one query of the cloud answers: the newest are exported. */
const ROWS_MAX = 1000

/** The file is read on a computer by the community's keepers, in its language. */
const KINDS: Record<ItemKind, string> = {
  code: '兑换码',
  pickup: '到场领取',
  shipped: '邮寄',
  privilege: '特权',
  resource: '付费资料',
}
const STATES: Record<OrderState, string> = {
  reserved: '待处理',
  fulfilled: '已寄出',
  completed: '已完成',
  cancelled: '已取消',
  expired: '已过期',
  refunded: '已退还',
}

/**
 * The orders as a table in the cloud's storage: one file a keeper, replaced each time, so that none
 * pile up. Addresses and codes are not in it: they are read one at a time, and every reading is noted.
 */
export const exportOrders = read('store.exportOrders', {
  fetch: ({ store, input }) => findOrders(store, input, ROWS_MAX),
  allow: isKeeper,
  reply: async ({ store, input, actor }, orders) => {
    const buyers = orders.map(({ userId }) => userId)
    const person = await findPeople(store, actor.community, buyers)
    const { timeZone } = actor.community
    const rows = orders.map((order) => rowOf(order, person(order.userId), timeZone))
    const columns = WIDTHS.map((width) => ({ width }))
    const file = await writeExcelFile([HEAD, ...rows], { columns }).toBuffer()
    const path = `exports/${input.communityId}/${actor.userId}.xlsx`
    return { url: await publishFile(path, file), count: orders.length }
  },
})

const WIDTHS = [28, 14, 20, 12, 8, 10, 14, 24, 24]
const HEAD = ['编号', '日期', '商品', '种类', '积分', '状态', '成员', '寄送', '备注'].map(
  (value) => ({
    value,
    fontWeight: 'bold' as const,
  }),
)

const rowOf = (order: OrderDoc, buyer: Person, timeZone: string) => [
  { value: order._id },
  { value: dayOf(order.createdAt, timeZone) },
  { value: order.itemName },
  { value: KINDS[order.kind] },
  { value: order.price, type: Number },
  { value: STATES[order.state] },
  { value: buyer.nickname },
  { value: order.shipping ?? '' },
  { value: order.reason ?? '' },
]
