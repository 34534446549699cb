import type { Adapter, AdapterPayload } from "oidc-provider";

type Kept = { readonly payload: AdapterPayload; readonly until: number };

/** Where the demonstration's issuer keeps what it must remember: in this process, until it ends. */
export function memory(): (model: string) => Adapter {
  const kept = new Map<string, Kept>();
  const find = async (wanted: (key: string, payload: AdapterPayload) => boolean) => {
    for (const [key, { payload, until }] of kept) if (until > Date.now() && wanted(key, payload)) return payload;
    return undefined;
  };
  const forgetOld = () => {
    for (const [key, { until }] of kept) if (until <= Date.now()) kept.delete(key);
  };
  return (model) => {
    const keyOf = (id: string) => `${model}:${id}`;
    const ofModel = (key: string) => key.startsWith(`${model}:`);
    return {
      async upsert(id, payload, expiresIn) {
        forgetOld();
        kept.set(keyOf(id), { payload, until: expiresIn ? Date.now() + expiresIn * 1000 : Number.POSITIVE_INFINITY });
      },
      find: (id) => find((key) => key === keyOf(id)),
      findByUid: (uid) => find((key, payload) => ofModel(key) && payload.uid === uid),
      findByUserCode: (userCode) => find((key, payload) => ofModel(key) && payload.userCode === userCode),
      async consume(id) {
        const found = kept.get(keyOf(id));
        if (found) found.payload.consumed = Math.floor(Date.now() / 1000);
      },
      async destroy(id) {
        kept.delete(keyOf(id));
      },
      async revokeByGrantId(grantId) {
        for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
      },
    };
  };
}
