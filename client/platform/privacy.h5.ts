import type { OnPrivacyNeeded, OpenPrivacyText, ReadPrivacyState } from './types'

/** No interface of the web build touches personal data by itself, so nobody has to be asked. */
export const onPrivacyNeeded: OnPrivacyNeeded = () => () => {}

export const openPrivacyText: OpenPrivacyText = async () => false

export const readPrivacyState: ReadPrivacyState = async () => 'none'
