import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useRead } from '../../hooks/use-read'
import { t } from '../../i18n'
import { spoken } from '../a11y'
import { cx } from '../cx'
import { Field, type FieldProps } from '../Field'
import { Icon } from '../Icon'
import './index.scss'
import { type Album, localAddress, type Upload, useUploads } from './use-uploads'

interface Props extends FieldProps {
  /** File ids of what has arrived in the storage. */
  value: readonly string[]
  onChange: (change: (before: readonly string[]) => string[]) => void
  max: number
  /** Where they go; until it is known, or in a trial, none can be added. */
  album: Album | undefined
  /** How many pictures are on their way: the form is not to be sent before they arrive. */
  onUploading: (count: number) => void
}

/** Pictures of one's own: chosen, sent at once, each with its progress, its retry and its way out. */
export function ImagesField({ value, onChange, max, album, onUploading, ...field }: Props) {
  const sending = useUploads(
    album,
    (fileId) => onChange((before) => [...before, fileId].slice(0, max)),
    onUploading,
  )
  const addresses = useAddresses(value, album?.communityId)
  const shown = value.flatMap((fileId) => addresses.get(fileId) ?? [])
  const free = max - value.length - sending.uploads.length
  return (
    <Field {...field}>
      <View className="hz-images" {...spoken({ role: 'group', label: field.label })}>
        {value.map((fileId, index) => {
          const address = addresses.get(fileId)
          return (
            <Tile
              key={fileId}
              onRemove={() => onChange((all) => without(all, fileId))}
              n={index + 1}
            >
              {address && (
                <View onClick={() => void Taro.previewImage({ urls: shown, current: address })}>
                  <Picture address={address} n={index + 1} />
                </View>
              )}
            </Tile>
          )
        })}
        {sending.uploads.map((upload, index) => (
          <Tile
            key={upload.id}
            onRemove={() => sending.drop(upload.id)}
            n={value.length + index + 1}
          >
            <Picture address={upload.picture.path} n={value.length + index + 1} />
            <Progress upload={upload} onRetry={() => sending.retry(upload)} />
          </Tile>
        ))}
        {free > 0 && (
          <View
            className="hz-images__tile hz-images__add"
            {...(album ? { onClick: () => void sending.add(free) } : {})}
            {...spoken({
              role: 'button',
              label: `${field.label} ${t('common.addPicture')} ${max - free}/${max}`,
              disabled: !album,
              focusable: true,
            })}
          >
            <Icon name="camera" />
            <View className="hz-images__count">
              {max - free}/{max}
            </View>
          </View>
        )}
      </View>
    </Field>
  )
}

const without = (all: readonly string[], fileId: string) => all.filter((item) => item !== fileId)

/** Where each picture can be seen: on this phone when it was sent from here, else by the cloud. */
function useAddresses(
  fileIds: readonly string[],
  communityId: string | undefined,
): Map<string, string> {
  const asked = fileIds.filter((fileId) => !localAddress(fileId))
  const { data } = useRead(
    'member.viewOwnPictures',
    asked.length > 0 && communityId !== undefined ? { communityId, fileIds: asked } : null,
  )
  const found = new Map(data?.pictures.map(({ fileId, address }) => [fileId, address]))
  return new Map(
    fileIds.flatMap((fileId) => {
      const address = localAddress(fileId) ?? found.get(fileId)
      return address ? [[fileId, address]] : []
    }),
  )
}

const Picture = ({ address, n }: { address: string; n: number }) => (
  <Image
    className="hz-images__picture"
    src={address}
    mode="aspectFill"
    {...spoken({ role: 'img', label: t('common.pictureNumber', { number: n }) })}
  />
)

interface TileProps {
  n: number
  onRemove: () => void
  children: React.ReactNode
}

function Tile({ n, onRemove, children }: TileProps) {
  return (
    <View className="hz-images__tile">
      {children}
      <View
        className="hz-images__remove"
        onClick={onRemove}
        {...spoken({
          role: 'button',
          label: t('common.removePicture', { number: n }),
          focusable: true,
        })}
      >
        <View className="hz-images__cross">
          <Icon name="close" size="small" />
        </View>
      </View>
    </View>
  )
}

/** Over a picture that has not arrived: how far it is, or that it must be sent again. */
function Progress({ upload, onRetry }: { upload: Upload; onRetry: () => void }) {
  const { isFailed, percent } = upload
  return (
    <View
      className={cx('hz-images__veil', isFailed && 'hz-images__veil--failed')}
      {...(isFailed ? { onClick: onRetry } : {})}
      {...spoken(isFailed ? { role: 'button', label: t('common.sendAgain'), focusable: true } : {})}
    >
      {isFailed ? <Icon name="refresh" /> : `${percent}%`}
      {isFailed && <View className="hz-images__again">{t('common.sendAgain')}</View>}
    </View>
  )
}
