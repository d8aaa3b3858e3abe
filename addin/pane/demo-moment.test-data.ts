/** The moment at which the gallery stands still, so that a picture of it never changes: 20 April 2023, 14:00 in Zwolle. */
export const demoNowMs = Date.UTC(2023, 3, 20, 12)
