import type { ExcelHost } from '../host/excel-host.ts'
import type { Transport } from './transport.ts'

/** To a host in the same process. */
export const directTransport = (host: ExcelHost): Transport => ({
  send: (request) => host.send(request),
  listen: (listener) => void host.listen(listener),
})
