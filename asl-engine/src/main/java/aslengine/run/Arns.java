package aslengine.run;

/** Forms the ARNs of one account and region as Step Functions does. */
public record Arns(String region, String account) {

  /** A state machine's ARN. */
  public String machine(String name) {
    return prefix() + "stateMachine:" + name;
  }

  /** An execution's ARN; {@code machine} is {@code name} or, for children, {@code name/label}. */
  public String execution(String machine, String name) {
    return prefix() + "execution:" + machine + ":" + name;
  }

  /** A map run's ARN. */
  public String mapRun(String machine, String label, String id) {
    return prefix() + "mapRun:" + machine + "/" + label + ":" + id;
  }

  private String prefix() {
    return "arn:aws:states:" + region + ":" + account + ":";
  }
}
