import type { FunctionSpec } from './registry'

/** Who calls a function and how; nothing of it is taken from the event. */
export interface Caller {
  /** `wx_client`, `wx_client,scf`, `wx_trigger`, `wx_http`. */
  source: string
  openid?: string | undefined
  appid?: string | undefined
  /** Set for a call by timer. */
  triggerSource?: string | undefined
  /** Fields of the event whose group proof the cloud itself has filled in. */
  openDataKeys?: string[] | undefined
}

export const environmentId = 'local-env'
export const appIdDefault = 'wxlocal0000000000'

const wxKeys = [
  'WX_OPENID',
  'WX_APPID',
  'WX_UNIONID',
  'WX_API_TOKEN',
  'WX_CLIENTIP',
  'WX_OPEN_DATA_INFO',
]
const tcbKeys = ['TCB_UUID', 'TCB_ENV', 'TCB_SEQID', 'TCB_SOURCE_IP', 'TCB_SOURCE']

/** Variables that belong to one call and are taken away before the next one. */
export const callEnvironment = [...wxKeys, ...tcbKeys, 'TRIGGER_SRC', 'LOGINTYPE']

/** What a worker has in its environment from its beginning to its end. */
export function workerEnvironment(spec: FunctionSpec, adminUrl: string): Record<string, string> {
  const { PATH = '', HOME = '', TZ = 'UTC', LANG = '' } = process.env
  return {
    PATH,
    HOME,
    LANG,
    TZ,
    ...spec.environment,
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: environmentId,
    TCB_ENV: environmentId,
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
    WX_CONTEXT_KEYS: wxKeys.join(','),
    TCB_CONTEXT_KEYS: tcbKeys.join(','),
  }
}

/** The variables of one call and the `context` its handler gets. */
export function callSurroundings(spec: FunctionSpec, caller: Caller, requestId: string) {
  const environment: Record<string, string> = {
    TCB_ENV: environmentId,
    TCB_SEQID: requestId,
    TCB_SOURCE: caller.source,
    TCB_SOURCE_IP: '127.0.0.1',
  }
  if (caller.triggerSource !== undefined) environment.TRIGGER_SRC = caller.triggerSource
  if (caller.openid !== undefined) {
    environment.WX_OPENID = caller.openid
    environment.WX_APPID = caller.appid ?? appIdDefault
    environment.WX_CLIENTIP = '127.0.0.1'
    environment.WX_API_TOKEN = 'local'
    environment.WX_OPEN_DATA_INFO = JSON.stringify({ keys: caller.openDataKeys ?? [] })
  }
  const context = {
    callbackWaitsForEmptyEventLoop: true,
    memory_limit_in_mb: spec.memoryMb,
    time_limit_in_ms: spec.timeoutMs,
    request_id: requestId,
    function_name: spec.name,
    function_version: '$LATEST',
    namespace: environmentId,
    tencentcloud_region: 'ap-shanghai',
    environ: Object.entries(environment)
      .map(([name, value]) => `${name}=${value}`)
      .join(';'),
    environment: JSON.stringify(environment),
  }
  return { environment, context }
}
