import { Anchor, momentInWords, Tag } from "@linchpin/ui";
import { childInWords } from "../../child.ts";
import type { Notice } from "../../views.ts";
import { hrefOfNotice } from "./work.ts";

/** What the product told this person, newest first. */
export function NoticeList({ label, notices }: { readonly label: string; readonly notices: readonly Notice[] }) {
  return (
    <ul className="lp-work" aria-label={label}>
      {notices.map((notice) => {
        const to = hrefOfNotice(notice);
        return (
          <li key={notice.noticeId} className="lp-work__item">
            <div>
              {to === undefined ? notice.words : <Anchor href={to}>{notice.words}</Anchor>}
              <p className="lp-work__about">
                {[notice.child && childInWords(notice.child), momentInWords(notice.at)]
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
