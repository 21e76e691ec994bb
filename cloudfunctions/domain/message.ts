import type { MessageDoc } from '../db/documents'
import { REMINDERS } from './reminders/table'

export type NewMessage = Omit<MessageDoc, 'v' | 'read' | 'remind'>

/** A message as it comes into an inbox: unread, and marked when WeChat is to remind of it. */
export const newMessage = (message: NewMessage): MessageDoc => ({
  ...message,
  v: 1,
  read: false,
  ...(REMINDERS[message.kind] ? { remind: true } : {}),
})
