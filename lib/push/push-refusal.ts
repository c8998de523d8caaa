/** Why a subscription is not taken; the answer has a sentence for people, too. */
export type PushRefusal =
  | 'malformed'
  | 'other_origin'
  | 'unknown_service'
  | 'unknown_subscription'
  | 'too_often'
  | 'full'
  | 'not_stored'
