// go run requests.go spec/vectors/request.json: a server that reads requests
package main

import (
	"encoding/json"
	"log"
	"maps"
	"os"
	"regexp"
	"unicode/utf8"
)

type limits struct {
	pattern *regexp.Regexp
	longest int
}

// Without the flag m, $ is the end of the text; \w is ASCII.
var ids = map[string]limits{
	"ClientId":   {regexp.MustCompile(`^[\w+]+$`), 128},
	"UserPoolId": {regexp.MustCompile(`^[\w-]+_[0-9a-zA-Z]+$`), 55},
}

// Into a map: a struct would take clientid for ClientId.
func read(body []byte) (string, map[string]bool) {
	var request map[string]any
	if len(body) > 0 && (json.Unmarshal(body, &request) != nil || request == nil) {
		return "SerializationException", nil
	}
	broken := map[string]bool{}
	for name, is := range ids {
		switch id := request[name].(type) {
		case nil: // null counts as absent
			broken[name+" required"] = true
		case string:
			rules := map[string]bool{"minLength": id != "", "maxLength": utf8.RuneCountInString(id) <= is.longest, "pattern": is.pattern.MatchString(id)}
			for rule, holds := range rules {
				if !holds {
					broken[name+" "+rule] = true
				}
			}
		default:
			return "SerializationException", nil
		}
	}
	if len(broken) > 0 {
		return "InvalidParameterException", broken
	}
	return "accepted", broken
}

func main() {
	var file struct {
		Vectors []struct {
			Why, Body  string
			BodyBase64 []byte
			Expected   struct {
				Outcome    string
				Violations []struct {
					Path       []string
					Constraint string
				}
			}
		}
	}
	text, _ := os.ReadFile(os.Args[1])
	json.Unmarshal(text, &file)
	for _, one := range file.Vectors {
		told := map[string]bool{}
		for _, violation := range one.Expected.Violations {
			told[violation.Path[0]+" "+violation.Constraint] = true
		}
		outcome, broken := read(append(one.BodyBase64, one.Body...))
		if one.Expected.Outcome != "unspecified" && (outcome != one.Expected.Outcome || !maps.Equal(broken, told)) {
			log.Fatalf("%s: %s", os.Args[1], one.Why)
		}
	}
	log.Println(len(file.Vectors), "vectors hold")
}
