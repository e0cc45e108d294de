package aslengine.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks what only Map states have. */
final class MapCheck {
  private static final int LONGEST_LABEL = 40;
  private static final Pattern LABEL =
      Pattern.compile("[^\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\p{Cntrl}]+");
  private static final Set<String> READER_TYPES = Set.of("JSON", "JSONL", "CSV");

  private final Findings findings;
  private final Set<String> variables;

  MapCheck(Findings findings, Set<String> variables) {
    this.findings = findings;
    this.variables = variables;
  }

  void check(JsonNode state, String path) {
    String field = state.has("Iterator") ? "Iterator" : "ItemProcessor";
    JsonNode processor = state.path(field);
    String processorPath = path + "/" + field;
    JsonNode config = processor.path("ProcessorConfig");
    boolean distributed = config.path("Mode").asText().equals("DISTRIBUTED");
    checkConfig(config, processorPath + "/ProcessorConfig", distributed);
    if (distributed) {
      checkDistributed(state, path);
    } else {
      refuseDistributedFields(state, path);
    }
    // Child executions of a Distributed Map see no variable of their parent, so none can clash.
    new GraphCheck(findings)
        .check(
            processor,
            processorPath,
            GraphCheck.PROCESSOR_FIELDS,
            distributed ? Set.of() : variables);
  }

  private void checkConfig(JsonNode config, String path, boolean distributed) {
    String mode = config.path("Mode").asText("INLINE");
    if (!Set.of("INLINE", "DISTRIBUTED").contains(mode)) {
      findings.schema(path + "/Mode", "Value is not valid: must be one of [INLINE, DISTRIBUTED]");
    }
    String type = config.path("ExecutionType").asText();
    if (distributed && !Set.of("STANDARD", "EXPRESS").contains(type)) {
      findings.schema(
          path + "/ExecutionType", "Value is not valid: must be one of [STANDARD, EXPRESS]");
    }
    if (distributed && findings.express) {
      findings.schema(path + "/Mode", "Express state machine does not support 'DISTRIBUTED' mode");
    }
  }

  private void refuseDistributedFields(JsonNode state, String path) {
    for (String field : StateFields.distributedOnly().stream().sorted().toList()) {
      if (state.has(field)) {
        findings.schema(
            path + "/" + field, "The field is supported only when the Mode is 'DISTRIBUTED'");
      }
    }
  }

  private void checkDistributed(JsonNode state, String path) {
    checkLabel(state.path("Label"), path + "/Label");
    if (state.has("ItemReader")) {
      checkReader(state.path("ItemReader"), path + "/ItemReader");
      if (state.has("Items")) {
        findings.schema(path + "/Items", "'Items' and 'ItemReader' exclude each other");
      }
    }
    if (state.has("ItemBatcher")) {
      checkBatcher(state.path("ItemBatcher"), path + "/ItemBatcher");
    }
    if (state.has("ResultWriter")) {
      checkWriter(state.path("ResultWriter"), path + "/ResultWriter");
    }
  }

  private void checkLabel(JsonNode label, String path) {
    if (label.isTextual()
        && (label.asText().length() > LONGEST_LABEL || !LABEL.matcher(label.asText()).matches())) {
      findings.schema(
          path,
          "Label must be 1 to "
              + LONGEST_LABEL
              + " characters long, without white space, wildcards, brackets or special characters");
    }
  }

  private void checkReader(JsonNode reader, String path) {
    findings.requireFields(reader, List.of("Resource"), path);
    if (reader.has("Resource") && !reader.path("Resource").asText().endsWith(":s3:getObject")) {
      findings.schema(path + "/Resource", "This engine reads items by s3:getObject only");
    }
    JsonNode type = reader.path("ReaderConfig").path("InputType");
    if (!READER_TYPES.contains(type.asText())) {
      findings.schema(
          path + "/ReaderConfig/InputType", "This engine reads [CSV, JSON, JSONL] only");
    }
  }

  private void checkBatcher(JsonNode batcher, String path) {
    if (!batcher.has("MaxItemsPerBatch") && !batcher.has("MaxInputBytesPerBatch")) {
      findings.schema(
          path, "One of the fields 'MaxItemsPerBatch' and 'MaxInputBytesPerBatch' is required");
    }
  }

  private void checkWriter(JsonNode writer, String path) {
    boolean exports = writer.has("Resource");
    if (!exports && !writer.has("WriterConfig")) {
      findings.schema(path, "One of the fields 'Resource' and 'WriterConfig' is required");
    }
    if (exports && !writer.path("Resource").asText().endsWith(":s3:putObject")) {
      findings.schema(path + "/Resource", "Results can be written by s3:putObject only");
    }
  }
}
