/** That something is under way, with its share when that is known. The words are spoken too, the share only seen. */
interface ProgressProps {
  readonly label: string
  readonly done?: number
  readonly total?: number
}

export function Progress({ label, done, total }: ProgressProps) {
  const share = done === undefined || total === undefined || total === 0 ? {} : { value: done, max: total }
  return (
    <div class="progress">
      <p aria-hidden="true">{label}</p>
      <progress aria-label={label} {...share} />
    </div>
  )
}
