import type { Wallet } from '../../shared/cards-api.ts'
import { fetchWallet } from '../api/cards-client.ts'
import { useResource, type Resource } from '../api/use-resource.ts'

export function useWallet(): Resource<Wallet> & { reload: () => void } {
  return useResource('wallet', fetchWallet)
}
