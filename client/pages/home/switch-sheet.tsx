import { View } from '@tarojs/components'
import { spoken } from '../../components/a11y'
import { Button } from '../../components/Button'
import { cx } from '../../components/cx'
import { Icon } from '../../components/Icon'
import { Sheet } from '../../components/Sheet'
import { Tag } from '../../components/Tag'
import type { Membership } from '../../hooks/use-entrance'
import { useSession } from '../../hooks/use-session'
import { t } from '../../i18n'
import { navigate } from '../../services/navigate'

interface Props {
  open: boolean
  onClose: () => void
  communities: readonly Membership[]
  current: string
}

/** All communities of this person, one tap apart. */
export function SwitchSheet({ open, onClose, communities, current }: Props) {
  const { openCommunity } = useSession()
  const choose = (id: string) => {
    onClose()
    openCommunity(id)
  }
  const create = () => {
    onClose()
    void navigate('community.create')
  }
  return (
    <Sheet
      open={open}
      title={t('home.myCommunities')}
      onClose={onClose}
      footer={
        <Button full kind="secondary" icon="add" onClick={create}>
          {t('home.createAnother')}
        </Button>
      }
    >
      <View {...spoken({ role: 'radiogroup', label: t('home.myCommunities') })}>
        {communities.map(({ id, name, role }) => (
          <View
            key={id}
            className={cx('switch-row', id === current && 'switch-row--on')}
            onClick={() => choose(id)}
            {...spoken({ role: 'radio', label: name, checked: id === current, focusable: true })}
          >
            <View className="switch-row__seal" {...spoken({ hidden: true })}>
              {name.slice(0, 1)}
            </View>
            <View className="switch-row__name">{name}</View>
            <Tag tone={role === 'member' ? 'ink' : 'indigo'}>{t(`community.${role}`)}</Tag>
            <View className="switch-row__tick">{id === current && <Icon name="check" />}</View>
          </View>
        ))}
      </View>
    </Sheet>
  )
}
