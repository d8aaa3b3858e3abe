/** One dialog of Office at a time, never left open: an open dialog stops custom functions (office-js issue 6920). */
import { SignInError } from '../ports/session.ts'

/**
 * Shows a page of our own origin and resolves with the first message that it sends. Throws SignInError `cancelled` when the
 * person closes it, `blocked` when Office cannot show it.
 */
export function openDialog(office: typeof Office, url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    office.context.ui.displayDialogAsync(url, { height: 60, width: 30, promptBeforeOpen: false }, (result) => {
      if (result.status !== office.AsyncResultStatus.Succeeded) {
        reject(new SignInError('blocked', String(result.error?.code ?? '')))
        return
      }
      const dialog = result.value
      dialog.addEventHandler(office.EventType.DialogMessageReceived, (message) => {
        dialog.close()
        if ('message' in message) resolve(message.message)
        else reject(new SignInError('refused', String(message.error)))
      })
      dialog.addEventHandler(office.EventType.DialogEventReceived, () => reject(new SignInError('cancelled')))
    })
  })
}
