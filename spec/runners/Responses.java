// java -cp gson.jar Responses.java spec/vectors/response.json: a client that reads descriptors, and repeats no secret
import com.google.gson.*;
import java.nio.ByteBuffer;
import java.nio.charset.*;
import java.nio.file.*;
import java.util.*;

class Responses {
    record VectorFile(List<Vector> vectors) {}
    record Vector(String why, int status, String body, String bodyBase64, String secret, Expected expected) {}
    record Expected(String outcome, List<Descriptor> clientSecrets) {}
    record Descriptor(String ClientSecretId, Long createDateMs) {}

    static final Gson STRICT = new GsonBuilder().setStrictness(Strictness.STRICT).create();

    static class Violation extends Exception {
        Violation(String message) { super(message); } // no message quotes the answer
    }

    /** A member; null for one that is not there, or null. */
    static JsonPrimitive member(JsonElement of, String name) throws Violation {
        if (!of.isJsonObject()) throw new Violation("no descriptor");
        var member = of.getAsJsonObject().get(name);
        if (member == null || member.isJsonNull()) return null;
        if (!member.isJsonPrimitive()) throw new Violation("a member of another type");
        return member.getAsJsonPrimitive();
    }

    static Descriptor descriptor(JsonElement one) throws Violation {
        var id = member(one, "ClientSecretId");
        var date = member(one, "ClientSecretCreateDate");
        if (member(one, "ClientSecretValue") != null) throw new Violation("a secret");
        if (date != null && !date.isNumber()) throw new Violation("a date that is no number");
        if (id != null && (!id.isString() || id.getAsString().isEmpty())) throw new Violation("no id");
        if (id != null && id.getAsString().codePoints().count() > 128) throw new Violation("a long id");
        return new Descriptor(
            id == null ? null : id.getAsString(), date == null ? null : Math.round(date.getAsDouble() * 1000));
    }

    static List<Descriptor> list(byte[] body) throws Violation {
        try { // new String(body, UTF_8) would put U+FFFD for what is no UTF-8
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            var listed = STRICT.fromJson(text, JsonObject.class).getAsJsonArray("ClientSecrets");
            if (listed.size() > 2) throw new Violation("more than two");
            var read = new ArrayList<Descriptor>();
            for (var one : listed) read.add(descriptor(one));
            return read;
        } catch (CharacterCodingException | JsonParseException | ClassCastException | NullPointerException unread) {
            throw new Violation("no object with a list");
        }
    }

    /** What the client says: the descriptors, or why there are none. */
    static Object client(int status, byte[] body) {
        try {
            if (status >= 400) return "error";
            if (status != 200) throw new Violation("no success");
            return list(body);
        } catch (Violation violation) {
            return violation;
        }
    }

    static boolean isRight(Vector one, Object made) {
        if (one.secret() != null && made.toString().contains(one.secret())) return false;
        return switch (one.expected().outcome()) {
            case "success" -> made.equals(one.expected().clientSecrets());
            case "error" -> made.equals("error");
            default -> made instanceof Violation;
        };
    }

    public static void main(String[] names) throws Exception {
        var file = new Gson().fromJson(Files.readString(Path.of(names[0])), VectorFile.class);
        for (var one : file.vectors()) {
            var body = one.body() == null ? Base64.getDecoder().decode(one.bodyBase64()) : one.body().getBytes(StandardCharsets.UTF_8);
            if (!isRight(one, client(one.status(), body))) throw new AssertionError(names[0] + ": " + one.why());
        }
        System.out.println(file.vectors().size() + " vectors hold");
    }
}
