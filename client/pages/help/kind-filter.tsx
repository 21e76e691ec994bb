import { FilterChips } from '../../components/FilterChips'
import { useRead } from '../../hooks/use-read'
import { t } from '../../i18n'

interface Props {
  communityId: string
  value: string | null
  onChange: (templateKey: string | null) => void
}

/** The community's forms as kinds of requests; a convenience that the board does without as well. */
export function KindFilter({ communityId, value, onChange }: Props) {
  const { data } = useRead('help.listTemplates', { communityId })
  const templates = data?.templates ?? []
  if (templates.length < 2) return null
  return (
    <FilterChips<string | null>
      label={t('help.kinds')}
      value={value}
      options={[
        { value: null, label: t('help.allKinds') },
        ...templates.map(({ key, name, icon }) => ({ value: key, label: name, icon })),
      ]}
      onChange={onChange}
    />
  )
}
