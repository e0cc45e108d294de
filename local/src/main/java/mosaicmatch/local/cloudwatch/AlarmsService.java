package mosaicmatch.local.cloudwatch;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import mosaicmatch.local.http.Call;
import mosaicmatch.local.http.Reply;
import mosaicmatch.local.http.Service;
import mosaicmatch.local.query.QueryForm;
import mosaicmatch.local.query.QueryReply;

/**
 * Keeps in mind, while it runs, which alarms are muted (CloudWatch API reference,
 * "DisableAlarmActions"); its callers were let in before.
 */
public final class AlarmsService implements Service {

  /** How CloudWatch replies. */
  public static final QueryReply REPLY =
      new QueryReply("http://monitoring.amazonaws.com/doc/2010-08-01/");

  private static final int MAX_BODY = 64 * 1024;
  private static final int REFUSED = 400;

  private final Set<String> muted = ConcurrentHashMap.newKeySet();

  /** The alarms whose actions are turned off. */
  public Set<String> muted() {
    return Set.copyOf(muted);
  }

  @Override
  public Reply answer(Call call) throws IOException {
    QueryForm form = QueryForm.read(call.bytes(MAX_BODY));
    switch (form.action()) {
      case "DisableAlarmActions" -> muted.addAll(form.members("AlarmNames"));
      case "EnableAlarmActions" -> form.members("AlarmNames").forEach(muted::remove);
      default -> {
        return REPLY.error(REFUSED, "InvalidAction", "Only alarm actions are served here.");
      }
    }
    return REPLY.answer(form.action(), xml -> xml);
  }
}
