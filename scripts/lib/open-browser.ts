import { spawn } from 'node:child_process'

/** The platform's way to open an address, or null where nobody sits in front of a screen. */
export function openerFor(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): { command: string; args: readonly string[] } | null {
  if (env.CI) return null
  if (platform === 'darwin') return { command: 'open', args: [] }
  if (platform === 'win32') return { command: 'cmd', args: ['/c', 'start', '""'] }
  if (env.DISPLAY || env.WAYLAND_DISPLAY) return { command: 'xdg-open', args: [] }
  return null
}

/** Opens the address for the person; when that cannot be done, the printed address is enough. */
export function openBrowser(url: string): void {
  const opener = openerFor(process.platform, process.env)
  if (!opener) return
  const child = spawn(opener.command, [...opener.args, url], {
    stdio: 'ignore',
    detached: true,
    windowsVerbatimArguments: true,
  })
  child.on('error', () => {})
  child.unref()
}
