import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { CallInput } from '../../../../types/contract'
import type { Certificate as CertificateView } from '../../../../types/recognition'
import { Button } from '../../../components/Button'
import { Empty } from '../../../components/Empty'
import { Page } from '../../../components/Page'
import { QrCode } from '../../../components/QrCode'
import { codeRows } from '../../../components/QrCode/picture'
import { Skeleton } from '../../../components/Skeleton'
import { Tag } from '../../../components/Tag'
import { TextField } from '../../../components/TextField'
import { toast } from '../../../components/Toast'
import {
  CERTIFICATE_HEIGHT,
  CERTIFICATE_WIDTH,
  paintCertificate,
} from '../../../drawings/certificate'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useRead } from '../../../hooks/use-read'
import { t, useT } from '../../../i18n'
import { drawPicture } from '../../../platform/draw'
import { useParams } from '../../../services/navigate'
import './index.scss'

/** A member's own certificate, or the check of somebody's by its code. */
export default function Certificate() {
  useT()
  const communityId = useCommunityId()
  const { eventId, challengeId, code } = useParams('recognition.certificate')
  if (communityId && !code) {
    if (eventId) return <Own asked={{ communityId, of: { kind: 'event', eventId } }} />
    if (challengeId) return <Own asked={{ communityId, of: { kind: 'challenge', challengeId } }} />
  }
  return <Check given={code ?? ''} />
}

function Own({ asked }: { asked: CallInput<'recognition.getCertificate'> }) {
  const { data, error, refresh } = useRead('recognition.getCertificate', asked)
  async function copy(code: string) {
    await Taro.setClipboardData({ data: code })
    toast(t('common.copied'), { kind: 'done' })
  }
  return (
    <Page
      title={t(
        asked.of.kind === 'event' ? 'event.certificateTitle' : 'recognition.certificateTitle',
      )}
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
          <View className="certificate__act">
            <Button full icon="share" onClick={() => void showPicture(data)}>
              {t('recognition.certificatePicture')}
            </Button>
          </View>
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
    'recognition.verifyCertificate',
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

/** What stands on it, on the page and in the picture. */
function wordsOf({ name, communityName, title, day, of, code }: CertificateView) {
  const isEvent = of.kind === 'event'
  return {
    heading: t(isEvent ? 'event.certificateTitle' : 'recognition.certificateTitle'),
    certifies: t('event.certificateThis'),
    name,
    text: isEvent
      ? t('event.certificateText', {
          day,
          community: communityName,
          kind: t(`event.kind_${of.eventKind}`),
        })
      : t('recognition.certificateText', { day, community: communityName }),
    title,
    extent: extentOf(of),
    code,
    hint: t('event.certificateHint'),
  }
}

function extentOf(of: CertificateView['of']): string {
  if (of.kind === 'challenge') return t('recognition.certificateDays', { days: of.days })
  return of.volunteerHours > 0 ? t('event.certificateHours', { hours: of.volunteerHours }) : ''
}

/** As a picture on the whole screen, from where the phone keeps or sends it. */
async function showPicture(certificate: CertificateView): Promise<void> {
  const words = wordsOf(certificate)
  const rows = codeRows(words.code)
  const picture = await drawPicture(CERTIFICATE_WIDTH, CERTIFICATE_HEIGHT, (pen) =>
    paintCertificate(pen, words, rows),
  )
  if (picture === null) return toast(t('recognition.certificateNoPicture'), { kind: 'problem' })
  await Taro.previewImage({ urls: [picture], current: picture })
}

/** The certificate as it is shown: paper, a frame, its code. */
function Paper({ certificate }: { certificate: CertificateView }) {
  const { heading, certifies, name, text, title, extent, code } = wordsOf(certificate)
  return (
    <View className="certificate">
      <View className="certificate__frame">
        <View className="certificate__head">{heading}</View>
        <View className="certificate__small">{certifies}</View>
        <View className="certificate__name">{name}</View>
        <View className="certificate__text">{text}</View>
        <View className="certificate__title">{title}</View>
        {extent && <View className="certificate__text">{extent}</View>}
        <QrCode text={code} label={t('event.certificateCode')} />
        <View className="certificate__code">{code}</View>
      </View>
    </View>
  )
}
