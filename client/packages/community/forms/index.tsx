import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CallOutput } from '../../../../types/contract'
import { Button } from '../../../components/Button'
import { FixedAction } from '../../../components/FixedAction'
import { Icon } from '../../../components/Icon'
import { ListGroup, ListRow } from '../../../components/ListRow'
import { NoCommunity } from '../../../components/NoCommunity'
import { Page } from '../../../components/Page'
import { Refusal } from '../../../components/Refusal'
import { Sheet } from '../../../components/Sheet'
import { Skeleton } from '../../../components/Skeleton'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useRead } from '../../../hooks/use-read'
import { t } from '../../../i18n'
import { navigate } from '../../../services/navigate'
import { FormRow } from './form-row'
import './index.scss'
import { useArrangement } from './use-arrangement'

type Desk = CallOutput<'help.listDefinitions'>

/** The community's request forms: their order, which are offered, and the way to edit each. */
export default function Forms() {
  const communityId = useCommunityId()
  const {
    data: desk,
    error,
    refresh,
  } = useRead('help.listDefinitions', communityId ? { communityId } : null)
  const [isChoosing, setChoosing] = useState(false)
  if (!communityId) return <NoCommunity title={t('forms.title')} />
  return (
    <Page
      title={t('forms.title')}
      lead={t('forms.lead')}
      loading={!desk && !error}
      skeleton={<Skeleton shape="row" count={5} />}
      error={error}
      hasContent={Boolean(desk)}
      onRetry={() => void refresh()}
      footer={
        desk && (
          <FixedAction>
            <Button full icon="add" onClick={() => setChoosing(true)}>
              {t('forms.create')}
            </Button>
          </FixedAction>
        )
      }
    >
      {desk && (
        <>
          <List communityId={communityId} desk={desk} />
          <Beginnings
            builtIns={desk.builtIns}
            open={isChoosing}
            onClose={() => setChoosing(false)}
            onChoose={(from) => {
              setChoosing(false)
              void navigate('community.form', { communityId, ...(from ? { from } : {}) })
            }}
          />
        </>
      )}
    </Page>
  )
}

function List({ communityId, desk }: { communityId: string; desk: Desk }) {
  const arrangement = useArrangement(communityId, desk)
  const { items } = arrangement
  return (
    <>
      <Refusal
        error={arrangement.error}
        busy={arrangement.busy}
        onRetry={() => arrangement.retry()}
      />
      <View className="forms">
        {items.map(({ template, enabled }, at) => (
          <FormRow
            key={template.key}
            template={template}
            enabled={enabled}
            onOpen={() => void navigate('community.form', { communityId, formKey: template.key })}
            onSwitch={() => arrangement.toggle(template.key)}
            onUp={at > 0 ? () => arrangement.move(template.key, -1) : undefined}
            onDown={at < items.length - 1 ? () => arrangement.move(template.key, 1) : undefined}
          />
        ))}
      </View>
    </>
  )
}

interface BeginningsProps {
  builtIns: Desk['builtIns']
  open: boolean
  onClose: () => void
  /** Null for a blank form. */
  onChoose: (from: string | null) => void
}

/** What a new form begins from: a blank sheet, or one that comes with the app. */
function Beginnings({ builtIns, open, onClose, onChoose }: BeginningsProps) {
  return (
    <Sheet open={open} title={t('forms.createTitle')} onClose={onClose}>
      <View className="forms-lead">{t('forms.createLead')}</View>
      <ListGroup>
        <ListRow
          icon="edit"
          title={t('forms.blank')}
          note={t('forms.blankHint')}
          onClick={() => onChoose(null)}
        />
        {builtIns.map(({ key, name, hint, icon }) => (
          <ListRow
            key={key}
            picture={<Icon name={icon} />}
            title={name}
            note={hint}
            onClick={() => onChoose(key)}
          />
        ))}
      </ListGroup>
    </Sheet>
  )
}
