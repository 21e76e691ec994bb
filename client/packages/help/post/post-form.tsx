import { View } from '@tarojs/components'
import { HELPERS_MAX } from '../../../../types/help-rules'
import type { Template } from '../../../../types/template'
import { spoken } from '../../../components/a11y'
import { Button } from '../../../components/Button'
import { FixedAction } from '../../../components/FixedAction'
import { FormRenderer } from '../../../components/FormRenderer'
import { Icon } from '../../../components/Icon'
import { Page } from '../../../components/Page'
import { Problem } from '../../../components/Problem'
import { Stepper } from '../../../components/Stepper'
import { useAlbum } from '../../../hooks/use-album'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { t } from '../../../i18n'
import { BountyField } from './bounty-field'
import { StandingNote } from './standing-note'
import { UrgencyField } from './urgency-field'
import { PROBLEM_ID, usePost } from './use-post'

interface Props {
  communityId: string
  template: Template
  /** What somebody offers, and this begins from. */
  standingId?: string | undefined
  /** Back to the choice of forms; what was written here stays. */
  onOther: () => void
}

/** One of the community's forms, filled in on the phone and checked there as the cloud will. */
export function PostForm({ communityId, template, standingId, onOther }: Props) {
  const timeZone = useTimeZone(communityId)
  const album = useAlbum(communityId)
  const post = usePost(communityId, template, standingId, onOther)
  return (
    <Page
      title={template.name}
      lead={template.hint}
      footer={
        <FixedAction note={t('help.publishNote')}>
          <Button full busy={post.busy} onClick={() => void post.send()}>
            {t('help.publish')}
          </Button>
        </FixedAction>
      }
    >
      <View className="post-form__tools">
        <Button small kind="quiet" icon="undo" onClick={onOther}>
          {t('help.otherForm')}
        </Button>
        {post.wasKept && (
          <View className="post-form__kept">
            {t('common.draftKept')}
            <Button small kind="quiet" onClick={post.startAnew}>
              {t('help.startAnew')}
            </Button>
          </View>
        )}
      </View>
      {standingId && <StandingNote communityId={communityId} standingId={standingId} />}
      <View id={PROBLEM_ID}>
        {post.isOutdated && (
          <View className="post-form__notice" {...spoken({ role: 'alert' })}>
            <Icon name="info" size="small" className="post-form__icon" />
            {t('help.outdated')}
          </View>
        )}
        <Problem
          error={post.problem}
          communityId={communityId}
          busy={post.busy}
          onRetry={() => void post.send()}
        />
      </View>
      <FormRenderer
        fields={template.fields}
        value={post.answers}
        errors={post.errors}
        onChange={post.answer}
        timeZone={timeZone}
        album={album}
        onUploading={post.setUploading}
      />
      <UrgencyField value={post.urgency} onChange={post.setUrgency} />
      <Stepper
        label={t('help.helpersNeeded')}
        why={t('help.helpersWhy')}
        value={post.helpersNeeded}
        onChange={post.setHelpersNeeded}
        min={1}
        max={HELPERS_MAX}
        unit={t('help.helpersUnit')}
      />
      <BountyField
        communityId={communityId}
        value={post.bounty}
        helpers={post.helpersNeeded}
        onChange={post.setBounty}
      />
    </Page>
  )
}
