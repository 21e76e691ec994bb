import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { EventCertificate } from '../../../../types/event'
import { Button } from '../../../components/Button'
import { Empty } from '../../../components/Empty'
import { Page } from '../../../components/Page'
import { QrCode } from '../../../components/QrCode'
import { Skeleton } from '../../../components/Skeleton'
import { Tag } from '../../../components/Tag'
import { TextField } from '../../../components/TextField'
import { toast } from '../../../components/Toast'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useRead } from '../../../hooks/use-read'
import { t, useT } from '../../../i18n'
import { useParams } from '../../../services/navigate'
import './index.scss'

/** A member's own certificate, or the check of somebody's by its code. */
export default function Certificate() {
  useT()
  const communityId = useCommunityId()
  const { eventId, code } = useParams('event.certificate')
  if (eventId && communityId && !code) return <Own ids={{ communityId, eventId }} />
  return <Check given={code ?? ''} />
}

function Own({ ids }: { ids: { communityId: string; eventId: string } }) {
  const { data, error, refresh } = useRead('event.getCertificate', ids)
  async function copy(code: string) {
    await Taro.setClipboardData({ data: code })
    toast(t('common.copied'), { kind: 'done' })
  }
  return (
    <Page
      title={t('event.certificateTitle')}
      lead={t('event.certificateHint')}
      loading={!data && !error}
      skeleton={<Skeleton count={1} />}
      error={error}
      hasContent={Boolean(data)}
      onRetry={() => void refresh()}
    >
      {data && (
        <>
          <Paper certificate={data} />
          <Button full kind="secondary" icon="copy" onClick={() => void copy(data.code)}>
            {t('event.certificateCopy')}
          </Button>
        </>
      )}
    </Page>
  )
}

/** Anybody may ask whether a certificate is genuine. */
function Check({ given }: { given: string }) {
  const [text, setText] = useState(given)
  const [asked, setAsked] = useState(given)
  const { data, error, refresh } = useRead(
    'event.verifyCertificate',
    asked === '' ? null : { code: asked },
  )
  const isWrong = error?.code === 'not_found' || error?.code === 'malformed_input'
  return (
    <Page
      title={t('event.certificateCheck')}
      error={isWrong ? undefined : error}
      hasContent
      onRetry={() => void refresh()}
    >
      <TextField
        label={t('event.certificateCode')}
        maxLength={200}
        value={text}
        onChange={setText}
      />
      <View className="certificate__check">
        <Button full disabled={text.trim() === ''} onClick={() => setAsked(text.trim())}>
          {t('event.certificateCheck')}
        </Button>
      </View>
      {isWrong && (
        <Empty
          picture="error"
          title={t('event.certificateWrong')}
          text={t('event.certificateWrongText')}
        />
      )}
      {data && (
        <>
          <View className="certificate__valid">
            <Tag tone="jade" icon="check">
              {t('event.certificateValid')}
            </Tag>
          </View>
          <Paper certificate={data} />
        </>
      )}
    </Page>
  )
}

/** The certificate as it is shown and photographed: paper, a frame, a seal, its code. */
function Paper({ certificate }: { certificate: EventCertificate }) {
  const { name, communityName, title, kind, day, volunteerHours, code } = certificate
  return (
    <View className="certificate">
      <View className="certificate__frame">
        <View className="certificate__head">{t('event.certificateTitle')}</View>
        <View className="certificate__small">{t('event.certificateThis')}</View>
        <View className="certificate__name">{name}</View>
        <View className="certificate__text">
          {t('event.certificateText', {
            day,
            community: communityName,
            kind: t(`event.kind_${kind}`),
          })}
        </View>
        <View className="certificate__title">{title}</View>
        {volunteerHours > 0 && (
          <View className="certificate__text">
            {t('event.certificateHours', { hours: volunteerHours })}
          </View>
        )}
        <QrCode text={code} label={t('event.certificateCode')} />
        <View className="certificate__code">{code}</View>
      </View>
    </View>
  )
}
