import styles from './desk-panel.module.css'

/** How many browsers have asked for notifications, and their end after the event. */
export function PhonesForm({ phones }: { readonly phones: number }) {
  return (
    <div>
      <h3>Notifications</h3>
      <form method="post" action="/api/admin/phones" className={styles.row}>
        <p>
          {phones === 0
            ? 'No phone has asked for notifications.'
            : `${phones} ${phones === 1 ? 'phone gets' : 'phones get'} a new message, and news of those whom they follow.`}
        </p>
        {phones > 0 && (
          <button type="submit" className={styles.button}>
            Erase all subscriptions
          </button>
        )}
      </form>
    </div>
  )
}
