import { type ReactNode, useState } from 'react'
import { useCommunityId } from '../../hooks/use-community-id'
import type { ReadState } from '../../hooks/use-read'
import { Button } from '../Button'
import { FixedAction } from '../FixedAction'
import { JoinFirst } from '../JoinFirst'
import { NoCommunity } from '../NoCommunity'
import { Page } from '../Page'
import { Skeleton } from '../Skeleton'

interface Props<T> {
  read: ReadState<T>
  title: string
  lead?: string | undefined
  editText: string
  editor: (published: T, communityId: string, onEnd: () => void) => ReactNode
  children: (published: T, communityId: string) => ReactNode
}

/**
 * What a community has published, read by everybody; whoever may publish finds the way to the editor
 * at its foot.
 */
export function PublishedPage<T extends { mayPublish: boolean }>(props: Props<T>) {
  const { read, title, lead, editText, editor, children } = props
  const communityId = useCommunityId()
  const { data, error, refresh } = read
  const [isEditing, setEditing] = useState(false)
  if (!communityId) return <NoCommunity title={title} />
  if (error?.code === 'not_member') return <Page empty={<JoinFirst communityId={communityId} />} />
  if (data && isEditing) return <>{editor(data, communityId, () => setEditing(false))}</>
  return (
    <Page
      title={title}
      {...(lead === undefined ? {} : { lead })}
      loading={!data && !error}
      skeleton={<Skeleton count={3} />}
      error={error}
      hasContent={Boolean(data)}
      onRetry={() => void refresh()}
      footer={
        data?.mayPublish && (
          <FixedAction>
            <Button full kind="secondary" icon="edit" onClick={() => setEditing(true)}>
              {editText}
            </Button>
          </FixedAction>
        )
      }
    >
      {data && children(data, communityId)}
    </Page>
  )
}
