/** Which parts of Excel's interface are there, and what each is for. */
import { usePane } from '../pane-context.ts'
import { Icon } from '../parts/icon.tsx'

export function SupportTable() {
  const { ports, say, pick } = usePane()
  return (
    <section class="card">
      <h2 id="support-title">{say('supportTitle')}</h2>
      <table class="support" aria-labelledby="support-title">
        <thead>
          <tr>
            <th scope="col">{say('supportSet')}</th>
            <th scope="col">{say('supportFor')}</th>
            <th scope="col">{say('supportHas')}</th>
          </tr>
        </thead>
        <tbody>
          {ports.support.map(({ name, version, isSupported, usedFor }) => (
            <tr key={`${name} ${version}`}>
              <th scope="row">
                {name} {version}
              </th>
              <td>{pick(usedFor)}</td>
              <td class={isSupported ? 'has good' : 'has missing'}>
                <Icon name={isSupported ? 'good' : 'close'} /> {say(isSupported ? 'yes' : 'no')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
