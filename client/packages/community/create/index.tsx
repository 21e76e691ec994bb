import { View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { FixedAction } from '../../../components/FixedAction'
import { Icon } from '../../../components/Icon'
import { Page } from '../../../components/Page'
import { ProfileFields } from '../../../components/ProfileFields'
import { Refusal } from '../../../components/Refusal'
import { Section } from '../../../components/Section'
import { Skeleton } from '../../../components/Skeleton'
import { TextField } from '../../../components/TextField'
import { useRead } from '../../../hooks/use-read'
import { t } from '../../../i18n'
import { TEXT_LIMITS } from '../../../services/check-texts'
import './index.scss'
import { PresetCard } from './preset-card'
import { useCreation } from './use-creation'

/** A community in under a minute: an arrangement, a name, a sentence, and who one is. */
export default function Create() {
  const { data, error, isLoading, refresh } = useRead('community.listPresets', {})
  const presets = data?.presets ?? []
  const {
    form,
    change,
    changeProfile,
    choose,
    mistakes,
    submit,
    busy,
    refusal,
    bindsGroup,
    isGroupLeftOut,
  } = useCreation(presets)
  return (
    <Page
      title={t('community.createTitle')}
      lead={t('community.createLead')}
      loading={isLoading}
      skeleton={<Skeleton count={2} />}
      error={error}
      hasContent={presets.length > 0}
      onRetry={() => void refresh()}
      footer={
        <FixedAction {...(bindsGroup ? { note: t('community.willBind') } : {})}>
          <Button full busy={busy} disabled={presets.length === 0} onClick={() => void submit()}>
            {t('community.create')}
          </Button>
        </FixedAction>
      }
    >
      <Refusal error={refusal} busy={busy} onRetry={() => void submit()} />
      {isGroupLeftOut && <Card tone="amber">{t('community.withoutGroup')}</Card>}
      <Section title={t('community.choosePreset')}>
        {presets.map((preset) => (
          <PresetCard
            key={preset.key}
            preset={preset}
            isChosen={preset.key === form.preset}
            onChoose={() => choose(preset)}
          />
        ))}
        {mistakes.preset && (
          <View className="create-mistake hz-field--wrong">
            <Icon name="alert" size="small" className="create-mistake__icon" />
            {mistakes.preset}
          </View>
        )}
      </Section>
      <TextField
        label={t('community.name')}
        placeholder={t('community.nameExample')}
        maxLength={TEXT_LIMITS.communityName[1]}
        value={form.name}
        error={mistakes.communityName}
        onChange={(name) => change({ name })}
      />
      <View className="create-purpose">
        <TextField
          long
          label={t('community.purpose')}
          why={t('community.purposeWhy')}
          maxLength={TEXT_LIMITS.purpose[1]}
          value={form.purpose}
          error={mistakes.purpose}
          onChange={(purpose) => change({ purpose })}
        />
      </View>
      <Section title={t('community.yourself')}>
        <ProfileFields value={form} mistake={mistakes.nickname} onChange={changeProfile} />
      </Section>
    </Page>
  )
}
