import type { RequestSubscribe } from './types'

export const requestSubscribe: RequestSubscribe = async () => 'unsupported'
