import { View } from '@tarojs/components'
import { ROLES, type Role } from '../../../../types/community'
import type { Message, MessageKind } from '../../../../types/inbox'
import { MEDALS, type Medal } from '../../../../types/recognition'
import { spoken } from '../../../components/a11y'
import { cx } from '../../../components/cx'
import { Icon, type IconName } from '../../../components/Icon'
import type { Tone } from '../../../components/tone'
import { DEFAULT_TIME_ZONE } from '../../../hooks/use-time-zone'
import { lookUp, t } from '../../../i18n'
import { ago } from '../../../i18n/time'

const LOOKS: Record<MessageKind, { icon: IconName; tone: Tone }> = {
  application_received: { icon: 'join', tone: 'amber' },
  application_approved: { icon: 'door', tone: 'jade' },
  application_declined: { icon: 'door', tone: 'amber' },
  pass_used: { icon: 'ticket', tone: 'indigo' },
  rules_published: { icon: 'rules', tone: 'amber' },
  role_changed: { icon: 'shield', tone: 'indigo' },
  offer_received: { icon: 'hand', tone: 'persimmon' },
  offer_accepted: { icon: 'match', tone: 'jade' },
  offer_declined: { icon: 'hand', tone: 'ink' },
  offer_withdrawn: { icon: 'undo', tone: 'amber' },
  help_done: { icon: 'done', tone: 'amber' },
  help_thanked: { icon: 'heart', tone: 'persimmon' },
  request_closed: { icon: 'stop', tone: 'ink' },
  request_expired: { icon: 'clock', tone: 'ink' },
  audit_broken: { icon: 'alert', tone: 'amber' },
  request_due: { icon: 'clock', tone: 'amber' },
  promise_due: { icon: 'clock', tone: 'amber' },
  promise_overdue: { icon: 'wait', tone: 'amber' },
  confirm_soon: { icon: 'wait', tone: 'amber' },
  help_confirmed: { icon: 'done', tone: 'jade' },
  help_confirmed_by_time: { icon: 'done', tone: 'jade' },
  helper_replaced: { icon: 'undo', tone: 'amber' },
  help_wanted: { icon: 'urgent', tone: 'amber' },
  help_invited: { icon: 'hand', tone: 'persimmon' },
  invitation_accepted: { icon: 'match', tone: 'jade' },
  thread_message: { icon: 'chat', tone: 'persimmon' },
  content_approved: { icon: 'done', tone: 'jade' },
  content_returned: { icon: 'undo', tone: 'amber' },
  content_refused: { icon: 'shield', tone: 'amber' },
  content_removed: { icon: 'shield', tone: 'amber' },
  ratings_shown: { icon: 'heart', tone: 'jade' },
  points_expiring: { icon: 'wait', tone: 'amber' },
  points_adjusted: { icon: 'edit', tone: 'ink' },
  points_rules_published: { icon: 'rules', tone: 'amber' },
  books_differ: { icon: 'danger', tone: 'crimson' },
  order_shipped: { icon: 'package', tone: 'jade' },
  order_completed: { icon: 'package', tone: 'jade' },
  order_cancelled: { icon: 'undo', tone: 'amber' },
  order_expired: { icon: 'clock', tone: 'ink' },
  order_refunded: { icon: 'undo', tone: 'jade' },
  event_submitted: { icon: 'calendar', tone: 'amber' },
  event_published: { icon: 'calendar', tone: 'jade' },
  event_refused: { icon: 'calendar', tone: 'amber' },
  event_undecided: { icon: 'clock', tone: 'ink' },
  event_changed: { icon: 'edit', tone: 'amber' },
  event_cancelled: { icon: 'close', tone: 'crimson' },
  event_registration_requested: { icon: 'join', tone: 'amber' },
  event_registration_approved: { icon: 'done', tone: 'jade' },
  event_registration_declined: { icon: 'calendar', tone: 'ink' },
  event_seat_given: { icon: 'done', tone: 'jade' },
  event_seat_offered: { icon: 'bell', tone: 'amber' },
  event_seat_lapsed: { icon: 'clock', tone: 'ink' },
  event_reminder: { icon: 'clock', tone: 'indigo' },
  event_message: { icon: 'chat', tone: 'indigo' },
  event_no_show_disputed: { icon: 'question', tone: 'amber' },
  event_no_show_excused: { icon: 'done', tone: 'jade' },
  event_ended: { icon: 'star', tone: 'indigo' },
  medal_earned: { icon: 'medal', tone: 'amber' },
  level_reached: { icon: 'trophy', tone: 'jade' },
  challenge_opened: { icon: 'trophy', tone: 'persimmon' },
  challenge_cancelled: { icon: 'stop', tone: 'ink' },
  challenge_completed: { icon: 'trophy', tone: 'jade' },
  challenge_missed: { icon: 'trophy', tone: 'ink' },
  levels_published: { icon: 'rules', tone: 'amber' },
}

interface Props {
  message: Message
  isUnread: boolean
  onOpen: () => void
}

/** What happened, in a sentence; somebody's own words below it; when, and where. */
export function MessageRow({ message, isUnread, onOpen }: Props) {
  const { kind, params, communityName, createdAt } = message
  const { icon, tone } = LOOKS[kind]
  const words = params.words ?? params.reason
  return (
    <View className="message" onClick={onOpen} {...spoken({ role: 'button', focusable: true })}>
      <View className={cx('message__icon', `message__icon--${tone}`)}>
        <Icon name={icon} size="small" />
      </View>
      <View className="message__body">
        <View className={cx('message__title', isUnread && 'message__title--new')}>
          {sentenceOf(message)}
        </View>
        {words && <View className="message__words">{words}</View>}
        <View className="message__foot">
          {isUnread && (
            <View
              className="message__new"
              {...spoken({ role: 'img', label: t('member.unreadMark') })}
            />
          )}
          <View className="message__when">
            {ago(createdAt, DEFAULT_TIME_ZONE)} · {communityName}
          </View>
        </View>
      </View>
      <Icon name="next" size="small" className="message__arrow" />
    </View>
  )
}

function sentenceOf({ kind, params, communityName }: Message): string {
  const role = ROLES.find((known): known is Role => known === params.role)
  const medal = MEDALS.find((known): known is Medal => known === params.medal)
  return lookUp('inbox', kind, {
    ...params,
    community: communityName,
    ...(role ? { role: t(`community.${role}`) } : {}),
    ...(medal ? { medal: t(`recognition.medal_${medal}`) } : {}),
  })
}
