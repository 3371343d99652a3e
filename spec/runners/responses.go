// go run responses.go spec/vectors/response.json: a client that reads descriptors, and repeats no secret
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"math"
	"os"
	"reflect"
	"strings"
	"unicode/utf8"
)

func descriptor(one any) (any, error) { // no message quotes the answer
	raw, isObject := one.(map[string]any)
	id, isText := raw["ClientSecretId"].(string)
	date, isNumber := raw["ClientSecretCreateDate"].(float64)
	read := map[string]any{}
	if raw["ClientSecretId"] != nil {
		read["ClientSecretId"] = id
	}
	if raw["ClientSecretCreateDate"] != nil {
		read["createDateMs"] = math.Round(date * 1000)
	}
	switch {
	case !isObject || raw["ClientSecretValue"] != nil:
		return nil, errors.New("a secret, or no descriptor")
	case read["createDateMs"] != nil && !isNumber:
		return nil, errors.New("a date that is no number")
	case read["ClientSecretId"] != nil && (!isText || id == "" || utf8.RuneCountInString(id) > 128):
		return nil, errors.New("no id of 1 to 128 characters")
	}
	return read, nil
}

func list(body []byte) ([]any, error) {
	var answer map[string]any
	if !utf8.Valid(body) { // encoding/json would put U+FFFD there
		return nil, errors.New("no UTF-8")
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return nil, err
	}
	listed, isList := answer["ClientSecrets"].([]any)
	if !isList || len(listed) > 2 {
		return nil, errors.New("no list of at most two")
	}
	read := []any{}
	for _, one := range listed {
		one, err := descriptor(one)
		if err != nil {
			return nil, err
		}
		read = append(read, one)
	}
	return read, nil
}

func client(status int, body []byte) map[string]any {
	if status >= 400 {
		return map[string]any{"outcome": "error"}
	}
	read, err := list(body)
	if status != 200 || err != nil {
		return map[string]any{"outcome": "ContractViolation", "because": fmt.Sprint(err)}
	}
	return map[string]any{"outcome": "success", "clientSecrets": read}
}

func main() {
	var file struct {
		Vectors []struct {
			Why, Body, Secret string
			Status            int
			BodyBase64        []byte
			Expected          map[string]any
		}
	}
	text, _ := os.ReadFile(os.Args[1])
	json.Unmarshal(text, &file)
	for _, one := range file.Vectors {
		made := client(one.Status, append(one.BodyBase64, one.Body...))
		for name := range made {
			if name != "because" && !reflect.DeepEqual(made[name], one.Expected[name]) {
				log.Fatalf("%s: %s", os.Args[1], one.Why)
			}
		}
		if one.Secret != "" && strings.Contains(fmt.Sprint(made), one.Secret) {
			log.Fatalf("%s: %s", os.Args[1], one.Why)
		}
	}
	log.Println(len(file.Vectors), "vectors hold")
}
