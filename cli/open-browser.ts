/** Shows an address in the person's own browser, where there is a screen; otherwise nothing happens. */
import { spawn } from 'node:child_process'

export function openBrowser(url: string): void {
  const { platform, env } = process
  if (platform === 'linux' && env['DISPLAY'] === undefined && env['WAYLAND_DISPLAY'] === undefined) return
  const [command, args] =
    platform === 'darwin'
      ? (['open', [url]] as const)
      : platform === 'win32'
        ? (['cmd', ['/c', 'start', '', url]] as const)
        : (['xdg-open', [url]] as const)
  const child = spawn(command, args, { detached: true, stdio: 'ignore' })
  // A machine without such a program has the address on its screen already.
  child.on('error', () => undefined)
  child.unref()
}
