package mosaicmatch.local.cloudformation;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import mosaicmatch.local.http.Call;
import mosaicmatch.local.http.Reply;
import mosaicmatch.local.http.Service;
import mosaicmatch.local.query.QueryForm;
import mosaicmatch.local.query.QueryReply;
import mosaicmatch.local.s3.Xml;

/**
 * CloudFormation's DescribeStacks (CloudFormation API reference); its callers were let in before.
 */
public final class StacksService implements Service {

  /** How CloudFormation replies. */
  public static final QueryReply REPLY =
      new QueryReply("http://cloudformation.amazonaws.com/doc/2010-05-15/");

  private static final String OPERATION = "DescribeStacks";
  private static final int MAX_BODY = 64 * 1024;
  private static final int REFUSED = 400;

  private final LocalStack stack;

  /** For this stack alone. */
  public StacksService(LocalStack stack) {
    this.stack = stack;
  }

  @Override
  public Reply answer(Call call) throws IOException {
    QueryForm form = QueryForm.read(call.bytes(MAX_BODY));
    if (!form.action().equals(OPERATION)) {
      return REPLY.error(REFUSED, "InvalidAction", "Only DescribeStacks is served here.");
    }
    String wanted = form.text("StackName");
    return wanted.isEmpty() || wanted.equals(stack.name()) || wanted.equals(stack.id())
        ? REPLY.answer(OPERATION, this::describe)
        : REPLY.error(REFUSED, "ValidationError", "Stack with id " + wanted + " does not exist");
  }

  private Xml describe(Xml xml) {
    xml.open("Stacks")
        .open("member")
        .element("StackName", stack.name())
        .element("StackId", stack.id())
        .element("CreationTime", stack.createdAt().truncatedTo(ChronoUnit.MILLIS))
        .element("StackStatus", "CREATE_COMPLETE");
    members(xml, "Parameter", stack.parameters());
    members(xml, "Output", stack.outputs());
    return xml.close("member").close("Stacks");
  }

  private static void members(Xml xml, String name, Map<String, String> values) {
    xml.open(name + "s");
    values.forEach(
        (key, value) ->
            xml.open("member")
                .element(name + "Key", key)
                .element(name + "Value", value)
                .close("member"));
    xml.close(name + "s");
  }
}
