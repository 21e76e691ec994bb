import { serve } from '../../runtime/serve'
import { addCodes } from './add-codes'
import { cancelOrder } from './cancel-order'
import { exportOrders } from './export-orders'
import { findPickup } from './find-pickup'
import { getItem } from './get-item'
import { getOrder } from './get-order'
import { handOver } from './hand-over'
import { listItems } from './list-items'
import { listMine, listOrders } from './list-orders'
import { openSecret } from './open-secret'
import { readSecret } from './read-secret'
import { receive } from './receive'
import { redeem } from './redeem'
import { refund } from './refund'
import { saveItem } from './save-item'
import { ship } from './ship'

export const main = serve('store', {
  listItems,
  getItem,
  saveItem,
  addCodes,
  redeem,
  listMine,
  listOrders,
  getOrder,
  cancelOrder,
  findPickup,
  handOver,
  ship,
  receive,
  refund,
  openSecret,
  readSecret,
  exportOrders,
})
