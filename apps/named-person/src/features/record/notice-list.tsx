import { useHref } from "@linchpin/portal";
import { Anchor, momentInWords, Tag } from "@linchpin/ui";
import type { Answers } from "../../views.ts";
import { childInWords, hrefOfNotice } from "./work.ts";

type Notice = Answers["record"]["notices"]["notices"][number];

/** What the product told this person, newest first. */
export function NoticeList({ label, notices }: { readonly label: string; readonly notices: readonly Notice[] }) {
  const href = useHref();
  return (
    <ul className="lp-work" aria-label={label}>
      {notices.map((notice) => {
        const to = hrefOfNotice(notice, href);
        return (
          <li key={notice.noticeId} className="lp-work__item">
            <div>
              {to === undefined ? notice.words : <Anchor href={to}>{notice.words}</Anchor>}
              <p className="lp-work__about">
                {[childInWords(notice.child), momentInWords(notice.at)]
                  .filter((part) => part !== undefined)
                  .join(" · ")}
              </p>
            </div>
            {!notice.isRead && (
              <div className="lp-work__state">
                <Tag colour="blue">New</Tag>
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
