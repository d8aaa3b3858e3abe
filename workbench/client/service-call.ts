import type { WireAnswer, WireBatch } from '../host/wire.ts'
import { ClientError } from './client-error.ts'
import type { Transport } from './transport.ts'

/** Calls one method of an object of the host that is made by name. Gives what the method gives. */
export async function callService(
  transport: Transport,
  service: string,
  method: string,
  values: readonly unknown[],
  flags = 0,
): Promise<unknown> {
  const batch: WireBatch = {
    Actions: [
      { Id: 2, ActionType: 1, Name: '', ObjectPathId: 1 },
      { Id: 3, ActionType: 3, Name: method, ObjectPathId: 1, ArgumentInfo: { Arguments: values } },
    ],
    ObjectPaths: { 1: { Id: 1, ObjectPathType: 2, Name: service } },
  }
  const answer = JSON.parse(await transport.send({ text: JSON.stringify(batch), flags })) as WireAnswer
  if (answer.Error !== undefined) throw new ClientError(answer.Error.Code, answer.Error.Message, answer.Error.Location)
  return answer.Results.at(-1)?.Value
}
