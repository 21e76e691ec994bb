import { SEARCH_MAX, URGENCIES } from '../../../types/help-rules'
import { FilterChips } from '../../components/FilterChips'
import { SearchField } from '../../components/SearchField'
import { t } from '../../i18n'
import type { Filters } from './filters'
import { KindFilter } from './kind-filter'

interface Props {
  communityId: string
  value: Filters
  onChange: (part: Partial<Filters>) => void
}

const pressing = URGENCIES.filter((urgency) => urgency !== 'normal').reverse()

/** Words, kinds, and how much it presses or whether it fits; each narrows what the others leave. */
export function FilterRows({ communityId, value, onChange }: Props) {
  const { templateKey, urgency, isFitting, search } = value
  return (
    <>
      <SearchField
        label={t('help.search')}
        placeholder={t('help.searchExample')}
        maxLength={SEARCH_MAX}
        value={search}
        onChange={(words) => onChange({ search: words })}
      />
      <KindFilter
        communityId={communityId}
        value={templateKey}
        onChange={(key) => onChange({ templateKey: key })}
      />
      <FilterChips<string | null>
        label={t('help.urgencies')}
        value={isFitting ? 'fits' : urgency}
        options={[
          { value: null, label: t('help.allUrgencies') },
          { value: 'fits', label: t('help.fitsMe'), icon: 'sprout' },
          ...pressing.map((each) => ({
            value: each,
            label: t(`help.urgency_${each}`),
            icon: each === 'urgent' ? ('bell' as const) : ('alert' as const),
          })),
        ]}
        onChange={(chosen) =>
          onChange({
            isFitting: chosen === 'fits',
            urgency: pressing.find((each) => each === chosen) ?? null,
          })
        }
      />
    </>
  )
}
